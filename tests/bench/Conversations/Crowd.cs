using System.Text.Json.Nodes;
using Shouwang.Bench.Road;

namespace Shouwang.Bench.Conversations;

/// <summary>Many people who talk at once (众人).</summary>
sealed class Crowd(Uri app, int size, string root) : IDisposable
{
    const int ThinkAtLeast = 3_000;
    const int ThinkAtMost = 9_000;

    readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app, Timeout = TimeSpan.FromMinutes(2) };
    readonly byte[] _photo = File.ReadAllBytes(Path.Combine(root, "samples/claim/settlement-sheet.jpg"));
    Person[] _people = [];

    public Figures Acknowledged => new([.. _people.SelectMany(person => person.Acknowledged)]);

    public Figures Answered => new([.. _people.SelectMany(person => person.Answered)]);

    public Figures AcknowledgedPhotos => new([.. _people.Select(person => person.Acknowledged[Array.IndexOf(Person.Words, null)])]);

    /// <summary>Everybody has come and been welcomed; then everybody talks.</summary>
    /// <param name="thinks">Each thinks for some seconds before each message, as people do; else all press send as soon as they have their answer.</param>
    public async Task TalkAsync(bool thinks)
    {
        _people = [.. Enumerable.Range(0, size).Select(number => new Person(_http, number))];
        var sample = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(root, "samples/village.json")))!.AsObject();
        await Parallel.ForEachAsync(_people, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (person, _) => await person.PrepareAsync(sample));
        await Parallel.ForEachAsync(_people, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (person, _) => await person.ComeAsync());
        await Task.WhenAll(_people.Select((person, number) => TalkAsync(person, thinks ? new Random(number) : null)));
    }

    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var faults = new List<string>();
        foreach (var person in _people) faults.AddRange(await person.FaultsAsync());
        return faults;
    }

    public void Dispose()
    {
        foreach (var person in _people) person.Dispose();
        _http.Dispose();
    }

    async Task TalkAsync(Person person, Random? thinking)
    {
        foreach (var words in Person.Words)
        {
            if (thinking is not null) await Task.Delay(thinking.Next(ThinkAtLeast, ThinkAtMost));
            await person.SayAsync(words, _photo);
        }
    }
}
