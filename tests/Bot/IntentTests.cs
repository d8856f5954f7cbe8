using System.Globalization;
using Shouwang.Bot.Understanding;
using YamlDotNet.Serialization;

namespace Shouwang.Bot.Tests;

/// <summary>The held-out utterances, family by family, measured with 95 % intervals (bootstrap over families).</summary>
public sealed class IntentTests(ITestOutputHelper output)
{
    private static readonly Intent[] Outside = [Intent.OutOfScope, Intent.MedicalAdvice, Intent.Fraud, Intent.Unknown];

    private static readonly List<Family> Families = [.. new Deserializer()
        .Deserialize<Dictionary<string, List<List<string>>>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "utterances", "intents.yaml")))
        .SelectMany(e => e.Value.Select(texts => new Family(Enum.Parse<Intent>(e.Key), texts)))];

    [Fact]
    public void Held_out_set_has_at_least_four_hundred_utterances() => Families.Sum(f => f.Texts.Count).ShouldBeGreaterThanOrEqualTo(400);

    [Fact]
    public void Intents_of_unseen_families_are_understood()
    {
        var answers = Families.Select(f => f.Texts.ConvertAll(t => new Answer(f.Intent, Heard.From(t, []).Intent, t))).ToList();
        foreach (var wrong in answers.SelectMany(a => a).Where(a => a.Meant != a.Understood))
            output.WriteLine($"{wrong.Text}: meant {wrong.Meant}, understood {wrong.Understood}");
        var macro = Report("macro-F1", answers, MacroF1);
        var outside = Report("out-of-scope recall", answers, OutsideRecall);
        Report("accuracy", answers, all => Share(all, a => a.Meant == a.Understood));
        macro.ShouldBeGreaterThanOrEqualTo(0.92);
        outside.ShouldBeGreaterThanOrEqualTo(0.9);
    }

    /// <summary>A message about something else is not taken for one of ours; saying nothing is understood is right too.</summary>
    private static double OutsideRecall(IReadOnlyList<Answer> answers) =>
        Share([.. answers.Where(a => a.Meant == Intent.OutOfScope)], a => Outside.Contains(a.Understood));

    private static double MacroF1(IReadOnlyList<Answer> answers) => answers.Select(a => a.Meant).Distinct().Average(intent =>
    {
        var both = answers.Count(a => a.Meant == intent && a.Understood == intent);
        return 2.0 * both / (answers.Count(a => a.Meant == intent) + answers.Count(a => a.Understood == intent));
    });

    private static double Share(IReadOnlyList<Answer> answers, Func<Answer, bool> right) => answers.Count == 0 ? 1 : (double)answers.Count(right) / answers.Count;

    private double Report(string name, List<List<Answer>> families, Func<IReadOnlyList<Answer>, double> measure)
    {
        var value = measure([.. families.SelectMany(f => f)]);
        var random = new Random(1);
        var drawn = Enumerable.Range(0, 500)
            .Select(_ => measure([.. Enumerable.Range(0, families.Count).SelectMany(_ => families[random.Next(families.Count)])]))
            .Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:F3} (95 % {drawn[12]:F3}–{drawn[487]:F3})"));
        return value;
    }

    private sealed record Family(Intent Intent, List<string> Texts);

    private sealed record Answer(Intent Meant, Intent Understood, string Text);
}
