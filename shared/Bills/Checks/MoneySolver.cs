using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>Chooses among the possible readings of all amounts of a paper the ones that its own sums prove.</summary>
static class MoneySolver
{
    private const int Proof = 10;

    /// <summary>From this cost on characters were guessed.</summary>
    private const int Guessed = 2;

    /// <summary>Figures below this may be anything. Struck ones are given just as much: what is struck is told.</summary>
    private const int HardlyRead = 6_000;

    /// <summary>One amount decided.</summary>
    /// <param name="Cost">What its characters had to be taken for, 0 as printed.</param>
    /// <param name="Chosen">False where it is simply the likeliest reading.</param>
    public sealed record Choice(Finding Finding, Fen Amount, int Cost, bool Chosen)
    {
        /// <summary>Its figures were hardly to be read, or had to be taken for others: what such an amount says against a sum is no fault of the paper.</summary>
        public bool IsIllegible => Cost >= Guessed || Finding.Confidence < HardlyRead;
    }

    public static IReadOnlyDictionary<string, Choice> Solve(IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, Fen> given)
    {
        var options = findings.Where(f => f.Amounts is { Count: > 0 }).GroupBy(f => f.Field)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<Choice>)[.. Options(g)]);
        var picked = options.ToDictionary(o => o.Key, _ => 0);
        var best = Score(options, picked, given);
        for (var improved = true; improved;)
        {
            improved = false;
            foreach (var field in options.Keys.Where(f => options[f].Count > 1).ToList())
            {
                for (var i = 0; i < options[field].Count; i++)
                {
                    var before = picked[field];
                    picked[field] = i;
                    var score = Score(options, picked, given);
                    if (score > best)
                        (best, improved) = (score, true);
                    else
                        picked[field] = before;
                }
            }
        }
        return picked.ToDictionary(p => p.Key, p => options[p.Key][p.Value] with { Chosen = p.Value != 0 });
    }

    /// <summary>The readings of one field, likeliest first: exact labels before doubtful ones, plain figures before mended ones.</summary>
    private static IEnumerable<Choice> Options(IEnumerable<Finding> findings) =>
        findings.SelectMany(f => f.Amounts!.Select(a => new Choice(f, a.Amount, a.Cost, false)))
            .OrderBy(c => (2 * c.Finding.LabelWrong) + c.Cost).DistinctBy(c => c.Amount).Take(12);

    private static int Score(Dictionary<string, IReadOnlyList<Choice>> options, Dictionary<string, int> picked, IReadOnlyDictionary<string, Fen> given)
    {
        var amounts = picked.ToDictionary(p => p.Key, p => options[p.Key][p.Value].Amount);
        foreach (var (field, amount) in given)
            amounts[field] = amount;
        var proved = Identity.All.Where(i => i.Difference(amounts) is { Value: 0 }).Select(i => i.Code).Distinct().Count();
        return (proved * Proof) - picked.Sum(p => (2 * options[p.Key][p.Value].Finding.LabelWrong) + options[p.Key][p.Value].Cost);
    }
}
