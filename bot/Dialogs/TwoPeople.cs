using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Two people's papers came by one phone (两个人的纸): each has a folder of their own from then on, and later papers go by the names on them.</summary>
internal static class TwoPeople
{
    /// <summary>The papers of the one with fewer, or who came later; null where they do not name two, or lie with the other's in one file.</summary>
    public static IReadOnlyList<PaperView>? Apart(Talk talk)
    {
        List<PaperView> papers = [.. talk.Knowledge.Papers];
        if (talk.Knowledge.Volunteer is not null || papers.Any(p => p.Hash.Contains('-', StringComparison.Ordinal)))
            return null;
        return papers.Where(p => p is { State: "read", Person: not null }).GroupBy(p => p.Person).OrderBy(g => g.Count()).ThenByDescending(g => papers.IndexOf(g.First())).ToList() is [var fewer, _]
            ? [.. fewer]
            : null;
    }

    /// <summary>Those papers are put aside; who that person is to the sender is asked, unless it was said (孙立是我爸，孙莉是我妹).</summary>
    public static Talk Part(Talk talk, IReadOnlyList<PaperView> apart, int folder, string said)
    {
        var named = apart[0].Person!;
        var stays = talk.Knowledge.Papers.FirstOrDefault(p => p.Person is { } other && other != named)?.Person;
        List<string> papers = [.. apart.Select(p => p.Hash)];
        talk = talk.Done().Do([.. papers.Select(hash => new WithdrawPaper(hash, folder))]).Remember(s => (stays is null ? s : Patients.Name(s, Plain.Words(stays, 20))) with { Held = papers });
        var at = said.IndexOf($"{named}是", StringComparison.Ordinal);
        return at >= 0 && Persons.Relation(said[(at + named.Length)..]) is not null
            ? ForOther.AskAgreed(talk, named, said)
            : talk.Ask("two-people", ("person", Plain.Words(named, 20)), ("count", $"{papers.Count}"));
    }

    public static Talk? Answer(Talk talk, Heard heard)
    {
        var person = talk.State.Slots.GetValueOrDefault("person", "");
        if (heard.Text.Contains("不是", StringComparison.Ordinal) || heard.Text.Contains("邻居", StringComparison.Ordinal) || heard.Text.Contains("朋友", StringComparison.Ordinal))
            return OtherPerson.Rest(ForOther.Drop(talk.Done()).Say("for-other.no-card"));
        if (heard.Text.Contains("自己", StringComparison.Ordinal) || heard.Text.Contains("本人", StringComparison.Ordinal) || heard.Text == "我")
            return ForOther.Agreed(talk, person, guardian: false);
        return !heard.IsCommand && (Persons.Relation(heard.Text) is not null || heard.Text.Contains('亲') || heard.Text.Contains('家')) ? ForOther.AskAgreed(talk, person, heard.Text) : null;
    }
}
