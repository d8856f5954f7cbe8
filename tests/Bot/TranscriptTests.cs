namespace Shouwang.Bot.Tests;

public sealed class TranscriptTests
{
    public static TheoryData<string> Names => [.. Transcript.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Conversation_goes_as_written_down(string name)
    {
        var rehearsal = new Rehearsal(Transcript.All.Single(t => t.Name == name));
        rehearsal.Play();
        rehearsal.Turns.SelectMany(t => t.Replies).ShouldAllBe(r => r.Text!.Length <= 600 && r.Speak!.Length > 0);
    }
}
