using Shouwang.Shared.Diagnoses;

namespace Shouwang.Tools.Diseases;

/// <summary>Collects the answers of the matcher and of its rival over one or several quarters, and prints the table.</summary>
/// <param name="names">Of the standard; without any the rival is left out.</param>
sealed class ReportRun(IReadOnlyList<LabelledText> all, IReadOnlyList<int> quarters, IReadOnlyList<(string Name, string Category)> names)
{
    readonly Way _matcher = new("matcher");
    readonly Way _neighbour = new("nearest neighbour");
    int _left;

    /// <summary>Measures on one quarter, or on all texts.</summary>
    internal void Measure(DiagnosisMatcher matcher, int? quarter)
    {
        var asked = all.Where((_, i) => quarter is not { } q || quarters[i] == q).ToList();
        var texts = asked.FindAll(t => t.Right.Count > 0);
        _left += asked.Count - texts.Count;
        _matcher.Answer(texts, t => matcher.Match(t));
        if (quarter is { } kept)
            Console.WriteLine($"quarter {kept}: {texts.Count:N0} texts measured");
        if (names.Count > 0)
            _neighbour.Answer(texts, new NearestNeighbour(names, [.. all.Except(asked)]).Match);
    }

    internal void Print(bool wrong)
    {
        Console.WriteLine($"{_matcher.Answers.Count:N0} texts; {_left} more name tumour tissue or external causes only and are left out. In brackets the range with 95 % certainty");
        Console.WriteLine(MatcherReport.Header);
        Console.WriteLine(_matcher.Row());
        if (names.Count > 0)
            Console.WriteLine(_neighbour.Row());
        foreach (var line in MatcherReport.Certainty(_matcher.Answers).Concat(wrong ? MatcherReport.Wrong(_matcher.Answers) : []))
            Console.WriteLine(line);
    }

    /// <summary>One way of matching: what it answered and how long it took.</summary>
    sealed class Way(string name)
    {
        TimeSpan _time;

        internal List<(LabelledText Text, DiagnosisAnswer Answer)> Answers { get; } = [];

        internal void Answer(List<LabelledText> texts, Func<string, DiagnosisAnswer> match)
        {
            match("急性阑尾炎");
            var before = Environment.CpuUsage.TotalTime;
            Answers.AddRange(texts.ConvertAll(t => (t, match(t.Text))));
            _time += Environment.CpuUsage.TotalTime - before;
        }

        internal string Row() => MatcherReport.Row(name, Answers, Answers.Count == 0 ? default : _time / Answers.Count);
    }
}
