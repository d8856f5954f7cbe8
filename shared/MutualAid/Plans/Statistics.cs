using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>One figure a plan expects by (统计数据).</summary>
/// <param name="Of">Of what: "*", an entry, "I:minor", "45-54:m", "I@45-64:f".</param>
/// <param name="Published">False: assumed, and shown as such.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record StatisticsFigure(string Of, string Name, int Value, string Unit, bool Published, string Source);

/// <summary>What a plan may expect of stays, costs and what is borne (统计数据), until a county has counted its own. Immutable.</summary>
public sealed class Statistics
{
    static readonly Lazy<Statistics> Embedded = new(() => StatisticsReader.Read(DiseaseData.Bytes("statistics.tsv")));
    readonly FrozenDictionary<(string Of, string Name), int> _values;

    internal Statistics(ImmutableArray<StatisticsFigure> figures, ReadOnlySpan<byte> file)
    {
        Figures = figures;
        Hash = Convert.ToHexStringLower(SHA256.HashData(file));
        _values = figures.ToFrozenDictionary(figure => (figure.Of, figure.Name), figure => figure.Value);
        Ages = [.. figures.Where(figure => figure.Name == "stays" && figure.Of.EndsWith(":m", StringComparison.Ordinal)).Select(figure => StatisticsReader.Span(figure.Of[..^2])!.Value)];
        Mixes = [.. figures.Where(figure => figure.Name == "share").Select(figure => StatisticsReader.Span(figure.Of[(figure.Of.IndexOf('@') + 1)..^2])!.Value).Distinct()];
    }

    /// <summary>The figures that come with the program.</summary>
    public static Statistics Default => Embedded.Value;

    public ImmutableArray<StatisticsFigure> Figures { get; }

    /// <summary>Lower-case hex SHA-256 of the file.</summary>
    public string Hash { get; }

    /// <summary>The spans of age that have a rate of stays of their own.</summary>
    public ImmutableArray<AgeSpan> Ages { get; }

    /// <summary>The wider spans of age that have a mix of diseases of their own.</summary>
    public ImmutableArray<AgeSpan> Mixes { get; }

    /// <summary>Share of a stay's cost that the patient bears (个人负担比例).</summary>
    public BasisPoints Borne => new(Value("*", "borne"));

    /// <summary>Coefficient of variation of the cost of one disease (费用离散程度).</summary>
    public BasisPoints Spread => new(Value("*", "spread"));

    /// <summary>What serious illness gets of its cost beside what minor illness gets (大病倾斜).</summary>
    public BasisPoints Emphasis => new(Value("*", "emphasis"));

    /// <summary>Share of the stays above the entry line for which somebody claims (申请率).</summary>
    public BasisPoints Claimed => new(Value("*", "claimed"));

    /// <summary>Stays a year per 10,000 members of that age and sex; null for members whose age nobody knows.</summary>
    public int Stays(AgeSpan? age, Sex sex) => age is { } span ? Value($"{span}:{Letter(sex)}", "stays") : Value("*", "stays");

    /// <summary>How many of 10,000 stays of that age and sex are for diseases of the chapter.</summary>
    public int Share(string chapter, AgeSpan mix, Sex sex) => _values.GetValueOrDefault(($"{chapter}@{mix}:{Letter(sex)}", "share"));

    /// <summary>How common an entry is beside the others of its chapter.</summary>
    public int Weight(DiseaseEntry entry) => _values.TryGetValue((entry.Code, "weight"), out var own) ? own : Value($"*:{Kind(entry)}", "weight");

    /// <summary>Mean total cost of a stay for the disease (次均费用).</summary>
    public Fen Cost(DiseaseEntry entry) =>
        Fen.FromYuan(_values.TryGetValue((entry.Code, "cost"), out var own) ? own : _values.TryGetValue(($"{Chapter(entry.Code)}:{Kind(entry)}", "cost"), out var chapter) ? chapter : Value("*", "cost"));

    /// <summary>The chapter of ICD-10 that an entry's code is of, by its letters.</summary>
    public static string Chapter(string code) => (code[0], code[1]) switch
    {
        ('A' or 'B' or 'U', _) => "AB",
        ('D', < '5') => "D0",
        ('D', _) => "D5",
        ('H', < '6') => "H0",
        ('H', _) => "H6",
        ('S' or 'T', _) => "ST",
        var (letter, _) => letter.ToString(),
    };

    int Value(string of, string name) => _values[(of, name)];

    static string Kind(DiseaseEntry entry) => entry.Serious ? "serious" : "minor";

    static char Letter(Sex sex) => sex == Sex.Female ? 'f' : 'm';
}
