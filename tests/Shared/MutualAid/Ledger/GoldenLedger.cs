using System.Globalization;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;
using YamlDotNet.RepresentationModel;

namespace Shouwang.Shared.Tests.MutualAid.Ledger;

/// <summary>A worked example of the books in tests/golden/ledger: what is done step by step, and what should stand in the books.</summary>
internal sealed record GoldenLedger(string File, long Line, string Name, IReadOnlyList<GoldenStep> Before, IReadOnlyList<GoldenStep> Steps, LedgerTerms Terms, YamlMappingNode Case)
{
    /// <summary>In which the examples are set.</summary>
    private const int Year = 2026;

    private static readonly string[] OfFile = ["before", "fee", "mayGoBelowZero", "cases"];
    private static readonly string[] OfCase = ["case", "steps", "balances", "free", "freeNextYear", "pots"];

    public override string ToString() => $"{File}:{Line}: {Name}";

    public static IReadOnlyList<GoldenLedger> ReadAll(string folder) =>
        [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(path => Read(Path.GetFileName(path), System.IO.File.ReadAllText(path)))];

    public static IReadOnlyList<GoldenLedger> Read(string file, string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var whole = Only((YamlMappingNode)stream.Documents[0].RootNode, OfFile, file);
        var fee = At(whole, "fee") is { } share ? new BasisPoints(int.Parse(share.ToString(), CultureInfo.InvariantCulture)) : FeeTerms.Usual.Share;
        var terms = new LedgerTerms(At(whole, "mayGoBelowZero")?.ToString() == "true", FeeTerms.Usual with { Share = fee });
        return [.. ((YamlSequenceNode)whole["cases"]).Cast<YamlMappingNode>().Select(one =>
            new GoldenLedger(file, one.Start.Line, Only(one, OfCase, file)["case"].ToString(), Steps(At(whole, "before")), Steps(At(one, "steps")), terms, one))];

        static IReadOnlyList<GoldenStep> Steps(YamlNode? list) => [.. ((YamlSequenceNode?)list ?? []).Select(step => new GoldenStep(step))];
    }

    /// <summary>Where the books are not as the example says.</summary>
    public IReadOnlyList<string> Failures()
    {
        var (books, made, wrong) = (Books.Empty(AnyBooks.Village), new Dictionary<string, Posting>(StringComparer.Ordinal), new List<string>());
        foreach (var step in Before.Concat(Steps))
        {
            string? refused = null;
            try
            {
                var posting = step.Posting(books, Terms.Fee, made);
                (_, books) = books.Append(posting, new string('a', 64), DateTimeOffset.UnixEpoch, Terms);
                made.Add(posting.Key, posting);
                if (step.Lines is { } expected)
                    Compare($"lines of {step}", string.Join("; ", expected), string.Join("; ", posting.Lines.Select(GoldenStep.Text)));
            }
            catch (LedgerRefusedException refusal)
            {
                refused = refusal.Code;
            }

            Compare($"{step}", step.Refused ?? "entered", refused ?? "entered");
        }

        foreach (var (account, amount) in Said("balances"))
            Compare(account, amount.ToString(), Accounts.TryRead(account, out var known) ? books.Balances.Natural(known).ToString() : "no account");
        foreach (var (purpose, left) in Said("pots"))
            Compare($"left for {purpose}", left.ToString(), books.Pots.Of.GetValueOrDefault(purpose).Left.ToString());
        if (At(Case, "free") is { } free)
            Compare("free", free.ToString(), books.Free(Terms.Fee, Year).ToString());
        if (At(Case, "freeNextYear") is { } next)
            Compare("freeNextYear", next.ToString(), books.Free(Terms.Fee, Year + 1).ToString());
        return wrong;

        void Compare(string what, string should, string found)
        {
            if (should != found)
                wrong.Add($"{what} should be “{should}” but is “{found}”");
        }
    }

    private IEnumerable<(string Name, YamlNode Value)> Said(string name) =>
        At(Case, name) is YamlMappingNode said ? said.Children.Select(child => (child.Key.ToString(), child.Value)) : [];

    private static YamlNode? At(YamlMappingNode node, string name) => node.Children.TryGetValue(new YamlScalarNode(name), out var child) ? child : null;

    private static YamlMappingNode Only(YamlMappingNode node, string[] known, string file) =>
        node.Children.Keys.FirstOrDefault(key => !known.Contains(key.ToString())) is { } unknown ? throw new FormatException($"{file}:{node.Start.Line}: “{unknown}” is not known here") : node;
}
