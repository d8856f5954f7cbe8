using System.Globalization;
using Shouwang.Bot.Understanding;
using YamlDotNet.Serialization;

namespace Shouwang.Tools.Intents;

/// <summary>One way to say one thing, in several wordings: measured sets are split and drawn by these, never by line (句族).</summary>
internal sealed record Family(Intent Intent, IReadOnlyList<string> Texts);

/// <summary>What was meant and what was understood.</summary>
internal sealed record Answer(Intent Meant, Intent Understood, string Text);

/// <summary>A measure with its 95 % interval by bootstrap over families.</summary>
internal sealed record Measure(string Name, double Value, double Low, double High)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Value:F3} (95 % {Low:F3}–{High:F3})");
}

/// <summary>Measures how well messages are understood, family by family (意图评测): commands, terms and the model together, as in a conversation with no question open.</summary>
internal sealed class Measuring
{
    private const int Draws = 500;

    private static readonly Intent[] Outside = [Intent.OutOfScope, Intent.MedicalAdvice, Intent.Fraud, Intent.Unknown];

    private readonly List<List<Answer>> _families;

    public Measuring(IEnumerable<Family> families) =>
        _families = [.. families.Select(f => f.Texts.Select(t => new Answer(f.Intent, Heard.From(t, []).Intent, t)).ToList())];

    public static IEnumerable<Family> Read(string yaml) => new Deserializer().Deserialize<Dictionary<string, List<List<string>>>>(yaml)
        .SelectMany(e => e.Value.Select(texts => new Family(Enum.Parse<Intent>(e.Key), texts)));

    public int Count => _families.Sum(f => f.Count);

    public IEnumerable<Answer> Wrong => _families.SelectMany(f => f).Where(a => a.Meant != a.Understood);

    public Measure MacroF1 => Report("macro-F1", F1);

    /// <summary>A message about something else is not taken for one of ours; saying that nothing is understood is right too.</summary>
    public Measure OutsideRecall => Report("out-of-scope recall", all => Share([.. all.Where(a => a.Meant == Intent.OutOfScope)], a => Outside.Contains(a.Understood)));

    public Measure Accuracy => Report("accuracy", all => Share(all, a => a.Meant == a.Understood));

    /// <summary>Taken for something else, as opposed to asked again with the likeliest meanings.</summary>
    public Measure Misled => Report("taken for something else", all => Share(all, a => a.Meant != a.Understood && a.Understood != Intent.Unknown));

    /// <summary>One of ours that is asked again although it was clear enough to whoever said it.</summary>
    public Measure AskedAgain => Report("ours asked again", all => Share([.. all.Where(a => a.Meant != Intent.OutOfScope)], a => a.Understood == Intent.Unknown));

    private static double F1(IReadOnlyList<Answer> answers) => answers.Select(a => a.Meant).Distinct().Average(intent =>
    {
        var both = answers.Count(a => a.Meant == intent && a.Understood == intent);
        return 2.0 * both / (answers.Count(a => a.Meant == intent) + answers.Count(a => a.Understood == intent));
    });

    private static double Share(IReadOnlyList<Answer> answers, Func<Answer, bool> right) => answers.Count == 0 ? 1 : (double)answers.Count(right) / answers.Count;

    private Measure Report(string name, Func<IReadOnlyList<Answer>, double> measure)
    {
        var random = new Random(1);
        var drawn = Enumerable.Range(0, Draws)
            .Select(_ => measure([.. Enumerable.Range(0, _families.Count).SelectMany(_ => _families[random.Next(_families.Count)])]))
            .Order().ToList();
        return new Measure(name, measure([.. _families.SelectMany(f => f)]), drawn[Draws / 40], drawn[^((Draws / 40) + 1)]);
    }
}
