using System.Text;

namespace Shouwang.Recognizer.Recognition;

/// <summary>
/// Noughts with a stroke or a dot (带斜杠或点的零), told by the page's own type (一纸一字体). On a clear picture the model reads them; out of focus it takes some of them for 8, 6 or 9
/// and wavers. A page is printed in one type: such a figure is compared with the page's surely read noughts and with its own other figures of that kind, and becomes a nought only
/// where it looks like those and the model held that possible. No nought becomes another figure.
/// </summary>
static class OwnType
{
    /// <summary>Told by its looks, against what the model held likelier, a nought is never sure.</summary>
    public const float Surest = 0.85f;

    /// <summary>At most, how sure an 8 is that may be a nought of a page on which others were.</summary>
    public const float Doubtful = 0.6f;

    const string MistakenFor = "869";
    const float SureNought = 0.9f;
    const int FewestNoughts = 5;
    const int MostNoughts = 120;
    const int FewestOthers = 2;
    const int Rounds = 4;

    // Likenesses are correlations, 0 to 1.
    const float Like = 0.92f;
    const float Enough = -0.04f; // likeness to a nought less that to the other figure, and what the model held counted in
    const float ModelWeight = 0.02f;
    const float Nearer = 0.25f; // of the way between the two patterns, that a shape may lie nearer to the other figure's
    const float Apart = 0.025f; // patterns that differ less are too far out of focus to tell figures by them
    const float Unclear = -0.06f;
    const int Crossed = 2; // noughts told so, from which on the page is known to have such noughts

    static readonly Rune s_nought = new('0');

    /// <summary>The lines with their noughts told.</summary>
    public static List<ReadLine> Settle(List<ReadLine> lines)
    {
        if (!lines.Exists(line => line.Characters.Any(MayBeNought)))
            return lines;
        var figures = lines.SelectMany(line => line.Characters).Where(read => read.Shape is not null).ToLookup(read => read.Value.Value);
        var sure = figures['0'].Where(read => read.Probability >= SureNought).OrderByDescending(read => read.Probability).Take(MostNoughts).Select(read => read.Shape!).ToList();
        if (sure.Count < FewestNoughts)
            return lines;
        var nought = FigurePattern.Of(sure);
        Dictionary<int, FigurePattern> others = [];
        foreach (var figure in MistakenFor)
        {
            if (Other(nought, [.. figures[figure].Select(read => read.Shape!)]) is { } pattern && 1 - nought.Likeness(pattern) >= Apart)
                others[figure] = pattern;
        }
        var settled = lines.ConvertAll(line => With(line, read => Told(read, nought, others)));
        var crossed = lines.Zip(settled).Sum(pair => pair.First.Characters.Zip(pair.Second.Characters).Count(read => read.First.Value != read.Second.Value));
        return crossed < Crossed ? settled : settled.ConvertAll(line => With(line, read => Doubted(read, nought, others)));
    }

    static bool MayBeNought(ReadCharacter read) => IsMistaken(read) && read.Candidate(s_nought) is not null;

    static bool IsMistaken(ReadCharacter read) => read.Shape is not null && MistakenFor.Contains((char)read.Value.Value);

    static ReadCharacter Told(ReadCharacter read, FigurePattern nought, Dictionary<int, FigurePattern> others)
    {
        if (!IsMistaken(read) || read.Candidate(s_nought) is not { } possible || !others.TryGetValue(read.Value.Value, out var other))
            return read;
        var like = nought.Likeness(read.Shape!);
        var more = like - other.Likeness(read.Shape!);
        return like >= Like && more > -Nearer * (1 - nought.Likeness(other)) && more + (ModelWeight * MathF.Log(possible / read.Probability)) > Enough
            ? read with { Value = s_nought, Probability = Math.Min(Surest, read.Probability + possible), Others = [new(read.Value, read.Probability)] }
            : read;
    }

    /// <summary>What is not surely another figure: where the model wavered, that which is not clearly unlike a nought; where it did not, that which is more like one.</summary>
    static ReadCharacter Doubted(ReadCharacter read, FigurePattern nought, Dictionary<int, FigurePattern> others)
    {
        if (!IsMistaken(read) || read.Probability <= Doubtful || !others.TryGetValue(read.Value.Value, out var other))
            return read;
        var like = nought.Likeness(read.Shape!);
        var more = like - other.Likeness(read.Shape!);
        return (read.Others.Count > 0 && more > Unclear) || (like >= Like && more > 0) ? read with { Probability = Doubtful } : read;
    }

    /// <summary>The pattern of another figure, among whose readings noughts may be: those least like noughts begin it, and whatever is liker to it than to them belongs to it.</summary>
    static FigurePattern? Other(FigurePattern nought, List<FigureShape> read)
    {
        if (read.Count < FewestOthers)
            return null;
        var byLikeness = read.ConvertAll(shape => (Shape: shape, Nought: nought.Likeness(shape)));
        byLikeness.Sort((a, b) => a.Nought.CompareTo(b.Nought));
        var pattern = FigurePattern.Of(byLikeness[..Math.Max(FewestOthers, read.Count / 2)].ConvertAll(figure => figure.Shape));
        for (var round = 0; round < Rounds; round++)
        {
            var own = byLikeness.FindAll(figure => pattern.Likeness(figure.Shape) > figure.Nought).ConvertAll(figure => figure.Shape);
            if (own.Count < FewestOthers)
                break;
            pattern = FigurePattern.Of(own);
        }
        return pattern;
    }

    static ReadLine With(ReadLine line, Func<ReadCharacter, ReadCharacter> change)
    {
        if (!line.Characters.Any(IsMistaken))
            return line;
        var characters = line.Characters.Select(change).ToList();
        return characters.SequenceEqual(line.Characters) ? line : new ReadLine(line.Box, characters);
    }
}
