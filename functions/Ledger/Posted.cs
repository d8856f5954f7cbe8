using Shouwang.Functions.Http;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Ledger;

/// <summary>A posting that was made before, as its key remembers it (已记的账).</summary>
/// <param name="Content"><see cref="Posting.Content"/>.</param>
internal sealed record KnownPosting(long Number, string Content, DateOnly Date);

/// <summary>What became of a posting (记账结果).</summary>
/// <param name="Entry">The entry it made, now or before; null where it was refused.</param>
/// <param name="Before">The same posting had been made before.</param>
/// <param name="Refusal">Why it was refused.</param>
internal sealed record Posted(Entry? Entry, bool Before, Problem? Refusal)
{
    public static Posted New(Entry entry) => new(entry, false, null);

    public static Posted Again(Entry entry) => new(entry, true, null);

    /// <summary>Nothing is wrong with it, but it goes together with one that was refused.</summary>
    public static Posted KeptOut { get; } = Refused("kept-out", "和它一起记的账里有一笔没有记成，所以这一笔也没有记。");

    public static Posted Refused(string code, string detail) => new(null, false, new Problem(StatusCodes.Status409Conflict, code, detail));
}
