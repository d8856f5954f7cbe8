using Shouwang.Shared.Diagnoses;

namespace Shouwang.Tools.Diseases;

/// <summary>Makes examples out of code names, labelled texts, texts of our own and the catalogue's own names, and more by writing them as clinicians do.</summary>
/// <param name="ours">Written as clinicians do, from general knowledge.</param>
sealed class Examples(IReadOnlyList<(string Name, string Category)> names, IReadOnlyList<(string Name, string Category)> own, IReadOnlyList<LabelledText> texts, IReadOnlyList<LabelledText> ours)
{
    const float TextCounts = 6;
    const float OursCount = 4;
    const float OwnCounts = 2;
    const int Mixtures = 10_000;

    static readonly (string Chapter, string From, string[] To)[] Wordings =
    [
        ("C", "继发性恶性肿瘤", ["转移癌", "转移瘤", "转移"]),
        ("C", "继发恶性肿瘤", ["转移癌", "转移瘤", "转移"]),
        ("C", "恶性肿瘤", ["癌", "鳞状细胞癌", "腺癌", "低分化癌", "Ca"]),
        ("D", "良性肿瘤", ["腺瘤", "乳头状瘤", "纤维瘤", "平滑肌瘤"]),
        ("D", "交界性肿瘤", ["交界瘤", "占位"]),
        ("D", "动态未定肿瘤", ["肿瘤", "交界性肿瘤"]),
        ("S", "开放性伤口", ["裂伤", "挫裂伤", "刀割伤", "刺伤"]),
        ("S", "浅表损伤", ["擦伤", "挫伤"]),
        ("S", "开放性损伤", ["裂伤", "切割伤", "撕裂伤"]),
        ("S", "损伤", ["外伤", "断裂"]),
        ("M", "关节病", ["关节炎", "关节退行性变"]),
    ];

    readonly DiseaseCatalogue _catalogue = DiseaseCatalogue.Default;

    /// <summary>What the standard, the catalogue and people call things.</summary>
    internal IEnumerable<Example> Named() => FromNames().Concat(FromCatalogue()).Concat(FromOwn());

    /// <summary>What clinicians wrote, and we as they do, alone and two in one line.</summary>
    internal IEnumerable<Example> Written() => FromTexts().Concat(FromOurs()).Concat(Mixed());

    /// <summary>Whether the example is a clinician's text as it was written, alone.</summary>
    internal static bool IsClinicians(Example example) => example is { Written: true, Weight: TextCounts };

    // Not marked as written: how often an illness is named only the clinicians' texts tell.
    IEnumerable<Example> FromOurs() => ours.Where(t => t.Right.Count > 0).Select(t => new Example(t.Text, Indexes(t), OursCount));

    IEnumerable<Example> FromTexts()
    {
        foreach (var text in texts.Where(t => t.Right.Count > 0))
        {
            yield return new Example(text.Text, Indexes(text), TextCounts, Written: true);
            if (text.Right.Count == 1)
            {
                foreach (var term in text.Terms)
                    yield return new Example(term, Indexes(text), 1);
            }
        }
    }

    IEnumerable<Example> FromNames()
    {
        foreach (var (name, category) in names)
        {
            if (_catalogue.FindByIcd10(category) is not { } entry)
                continue;
            int[] right = [_catalogue.IndexOf(entry)];
            yield return new Example(name, right, 1);
            foreach (var (chapter, from, to) in Wordings)
            {
                if (category.StartsWith(chapter, StringComparison.Ordinal) && name.Contains(from, StringComparison.Ordinal))
                {
                    foreach (var wording in to)
                        yield return new Example(name.Replace(from, wording, StringComparison.Ordinal), right, 0.5f);
                }
            }
        }
    }

    IEnumerable<Example> FromCatalogue() =>
        from entry in _catalogue.Entries
        from name in entry.Aliases.Prepend(entry.Name)
        select new Example(name, [_catalogue.IndexOf(entry)], OwnCounts);

    IEnumerable<Example> FromOwn() =>
        from name in own
        let entry = _catalogue.FindByIcd10(name.Category)
        where entry is not null
        select new Example(name.Name, [_catalogue.IndexOf(entry)], OwnCounts);

    // Two diagnoses in one line, in both orders, separated in the ways people do.
    IEnumerable<Example> Mixed()
    {
        string[] joints = [";", "，", "、", " "];
        var random = new Random(5);
        var labelled = texts.Concat(ours).Where(t => t.Right.Count > 0).ToList();
        var clinicians = new HashSet<LabelledText>(texts, ReferenceEqualityComparer.Instance);
        var singles = FromNames().Where(e => e.Weight >= 1).ToList();
        for (var i = 0; i < Mixtures && labelled.Count > 0; i++)
        {
            var text = labelled[random.Next(labelled.Count)];
            var one = new Example(text.Text, Indexes(text), 1);
            var other = random.Next(2) == 0 ? singles[random.Next(singles.Count)] : FromText(labelled[random.Next(labelled.Count)]);
            var (first, second) = random.Next(2) == 0 ? (one, other) : (other, one);
            yield return new Example(first.Text + joints[random.Next(joints.Length)] + second.Text, [.. one.Right.Union(other.Right)], 1, Written: clinicians.Contains(text));
        }
    }

    Example FromText(LabelledText text) => new(text.Text, Indexes(text), 1);

    int[] Indexes(LabelledText text) => [.. text.Right.Select(_catalogue.IndexOf)];
}
