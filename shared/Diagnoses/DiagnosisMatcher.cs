using Shouwang.Shared.Money;

namespace Shouwang.Shared.Diagnoses;

/// <summary>Finds the catalogue entries that a clinician's diagnosis text (诊断) may mean.</summary>
public sealed class DiagnosisMatcher
{
    /// <summary>From this share of certainty on, an answer is sure. Measured: see docs/diseases.md.</summary>
    static readonly BasisPoints SureFrom = new(9_985);

    /// <summary>From this share of certainty on, one that the text calls by its name is sure.</summary>
    static readonly BasisPoints NamedFrom = BasisPoints.FromPercent(80);

    /// <summary>From this share of certainty on, a text says it at all.</summary>
    static readonly BasisPoints SaidFrom = BasisPoints.FromPercent(20);

    /// <summary>From this share of certainty on, a text that speaks of a pregnancy says which of its troubles it is.</summary>
    static readonly BasisPoints HintedFrom = BasisPoints.FromPercent(10);

    /// <summary>From this share of certainty on, a text may say what something seen is thought to be.</summary>
    static readonly BasisPoints ThoughtFrom = new(10);

    /// <summary>From this share of certainty on, the whole text says which of a family it is.</summary>
    static readonly BasisPoints FamilyFrom = BasisPoints.FromPercent(70);

    // Among so many the entry that leads is looked for, however few are asked for.
    const int LookedAt = 10;

    /// <summary>From this share of certainty on, the first part leads.</summary>
    static readonly BasisPoints ClearFrom = BasisPoints.FromPercent(80);

    // What only says that something was done, that a woman is pregnant, or what is felt, is no disease to pay for while the text names one.
    const string AfterOperation = "Z98";
    const string Pregnant = "O26";
    const string SomeInjury = "T14";
    const char Symptom = 'R';
    const char Injury = 'S';
    const char Pregnancy = 'O';
    const string Womb = "N8";

    // 右肾结节查因:错构瘤: what a cause is looked for is not the illness when one is named.
    static readonly string[] CauseSought = ["待查", "查因"];

    // 右坐骨异常信号 囊肿可能: what is seen on a picture (R90–R94) gives way to what it is thought to be.
    static readonly string[] Considered = ["考虑", "可能", "不除外"];

    static readonly string[] Doubts = ["待查", "查因", "待排", "可能", "考虑", "除外", "排除", "可疑", "疑似", "倾向", "？", "?"];

    static readonly Lazy<DiagnosisMatcher> Embedded = new(() => new DiagnosisMatcher(DiseaseCatalogue.Default, DiseaseData.Bytes("weights.bin")));

    readonly DiseaseCatalogue _catalogue;
    readonly FragmentWeights _weights;
    readonly Blocks _blocks;
    readonly MatchReasons _reasons;

    internal DiagnosisMatcher(DiseaseCatalogue catalogue, ReadOnlySpan<byte> weights)
    {
        _catalogue = catalogue;
        _weights = new FragmentWeights(weights);
        _blocks = new Blocks(catalogue.Entries);
        _reasons = new MatchReasons(catalogue, _weights, _blocks);
    }

    /// <summary>The matcher over the catalogue that comes with the program.</summary>
    public static DiagnosisMatcher Default => Embedded.Value;

    /// <summary>The entries that <paramref name="text"/> may mean, best first, at most <paramref name="most"/>.</summary>
    public DiagnosisAnswer Match(string text, int most = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return ChineseMedicine.Parted(text) is not var (names, isWestern) ? MatchNames(text, most) : isWestern ? MatchNames(names, most) : MatchNames(names, most) with { Sure = false };
    }

    DiagnosisAnswer MatchNames(string text, int most)
    {
        var written = new WrittenText(text);
        if (Weigh(written.Parts) is not { } all)
            return new DiagnosisAnswer(written.Original.FirstOrDefault(text.Trim()), [], Sure: false) { Operations = written.Operations };

        var best = Best(all.Points, Math.Max(most, LookedAt));
        var whole = Whole(best, all, written.Parts);
        var main = MainPart(written.Parts, whole, all.Shares[whole]);
        Lead(best, main.Entry);
        var matches = best.Take(most).ToList().ConvertAll(e => new DiagnosisMatch(_catalogue.Entries[e], e == main.Entry ? main.Share : all.Shares[e], _reasons.Of(e, written, all.Fragments)));
        // What is written first and called by its name is the main diagnosis, whatever else is in the list.
        var named = main.Part == 0 && main.Share >= NamedFrom && _reasons.IsNameOf(main.Entry, written.Parts[main.Part]);
        var clear = named ? main.Entry == whole || !Explained(text, written, main.Entry) : main.Share >= SureFrom && main.Entry == whole && !IsFiledVariously(main.Entry, text);
        var sure = clear && matches[0].Entry.Code != AfterOperation && !Doubts.Any(text.Contains);
        return new DiagnosisAnswer(written.Original[main.Part], matches, sure) { Operations = written.Operations };
    }

    /// <summary>The fragments of a text as the matcher sees them, for learning; the name of a code lacks the one that tells what clinicians wrote.</summary>
    internal static HashSet<string> FragmentsOf(string text, bool written = true)
    {
        var fragments = Fragments.Of(new WrittenText(text).Parts, ClinicalWords.Default);
        if (!written)
            fragments.Remove(Fragments.Written);
        return fragments;
    }

    // 阴道炎(阴道假丝酵母菌病), 风心病 二尖瓣狭窄: what stands in brackets behind a name, or is of its family, may say which.
    bool Explained(string text, WrittenText written, int entry) =>
        text.AsSpan(text.IndexOf(written.Original[0], StringComparison.Ordinal) + written.Original[0].Length).TrimStart() is ['(' or '（' or '[' or '【', ..]
        || written.Parts.Skip(1).Any(part => Weigh([part]) is { } one && Best(one.Points, 1)[0] is var other && other != entry && _blocks.Of(other) == _blocks.Of(entry));

    // The same wound is filed now here, now there (S00, S01, S09), and so are spines and joints: there only a name, or that it is a fracture, makes sure.
    bool IsFiledVariously(int entry, string text) => _catalogue.Entries[entry].Code[0] switch
    {
        'M' => true,
        Injury or 'T' => !text.Contains("骨折", StringComparison.Ordinal),
        _ => false,
    };

    Weighed? Weigh(IReadOnlyList<string> written)
    {
        var columns = new int[_blocks.Columns];
        var known = Fragments.Of(written, ClinicalWords.Default).Where(f => _weights.Add(f, columns)).ToList();
        if (!known.Exists(f => f[0] != Fragments.Any))
            return null;
        var points = _blocks.Together(columns);
        return new Weighed(points, Shares.Of(points, known.Count), known);
    }

    // By points and not by shares: behind a clear first, shares are all nought.
    static List<int> Best(int[] points, int most)
    {
        var best = new List<int>(most + 1);
        for (var i = 0; i < points.Length; i++)
        {
            if (best.Count == most && points[i] <= points[best[^1]])
                continue;
            var at = best.FindIndex(b => points[b] < points[i]);
            best.Insert(at < 0 ? best.Count : at, i);
            if (best.Count > most)
                best.RemoveAt(most);
        }

        return best;
    }

    /// <summary>
    /// The main diagnosis is written first: a first part that is clear leads, whatever the rest says louder,
    /// unless it names no disease (发热, 术后, 车祸伤, 结节查因) or only the family (先天性心脏病) of what the whole surely says (室间隔缺损).
    /// </summary>
    (int Part, int Entry, BasisPoints Share) MainPart(IReadOnlyList<string> written, int best, BasisPoints share)
    {
        var (part, supports) = (0, BasisPoints.FromPercent(-1));
        for (var i = 0; i < written.Count && written.Count > 1; i++)
        {
            if (Weigh([written[i]]) is not { } one)
                continue;
            var clearest = Best(one.Points, 1)[0];
            if (i == 0 && one.Shares[clearest] >= ClearFrom && !CauseSought.Any(written[0].EndsWith) && Leads(clearest, best, share))
                return (0, clearest, one.Shares[clearest]);
            if (one.Shares[best] > supports)
                (part, supports) = (i, one.Shares[best]);
            // What is said first and by the whole is as clear as the clearer of the two says.
            if (i == 0 && clearest == best && one.Shares[best] > share)
                share = one.Shares[best];
        }

        return (part, best, share);
    }

    // A family stands in one block of ICD-10 with its members; but one injury is never the family of another: 脑震荡 leads 头皮血肿.
    bool Leads(int first, int whole, BasisPoints share)
    {
        var code = _catalogue.Entries[first].Code;
        var isFamily = share >= FamilyFrom && _blocks.Of(first) == _blocks.Of(whole) && code[0] != Injury;
        var isNoDisease = code[0] == Symptom || code is AfterOperation or Pregnant or SomeInjury;
        return !isFamily && !isNoDisease;
    }

    // What was done, what is only seen, and what ails the womb of a woman with child, give way to what it was done for,
    // to what it is thought to be and to the pregnancy (ICD-10), where the text says so at all.
    int Whole(List<int> best, Weighed all, IReadOnlyList<string> parts)
    {
        var code = _catalogue.Entries[best[0]].Code;
        var instead = code == AfterOperation ? best.FindIndex(1, e => all.Shares[e] >= SaidFrom)
            : IsSeen(best[0]) ? best.IndexOf(ThoughtToBe(best, all, parts))
            : code.StartsWith(Womb, StringComparison.Ordinal) && parts.Any(part => part.Contains('孕')) ? best.FindIndex(1, e => all.Shares[e] >= HintedFrom && _catalogue.Entries[e].Code[0] == Pregnancy)
            : -1;
        return best[Math.Max(instead, 0)];
    }

    // By the whole and once more by the part that says it: 双肺斑片影，肺炎可能.
    int ThoughtToBe(List<int> best, Weighed all, IReadOnlyList<string> parts) =>
        parts.FirstOrDefault(part => Considered.Any(part.Contains)) is { } part && Weigh([part]) is { } one
            ? best.Where(e => all.Shares[e] >= ThoughtFrom && !IsSeen(e)).DefaultIfEmpty(best[0]).MaxBy(e => all.Points[e] + one.Points[e])
            : best[0];

    bool IsSeen(int entry) => _catalogue.Entries[entry].Code is ['R', '9', <= '4'];

    static void Lead(List<int> best, int entry)
    {
        if (!best.Remove(entry))
            best.RemoveAt(best.Count - 1);
        best.Insert(0, entry);
    }

    /// <summary>What all fragments of a text say together.</summary>
    sealed record Weighed(int[] Points, BasisPoints[] Shares, List<string> Fragments);
}
