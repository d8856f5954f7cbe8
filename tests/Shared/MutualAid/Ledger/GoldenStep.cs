using System.Globalization;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;
using YamlDotNet.RepresentationModel;

namespace Shouwang.Shared.Tests.MutualAid.Ledger;

/// <summary>One line under before: or steps: — what is done, and what should come of it.</summary>
internal sealed class GoldenStep
{
    private static readonly string[] Known = ["do", "lines", "refused", "for", "member", "reference", "purpose", "payer", "to", "claim", "illness", "serious", "revision", "before", "amount", "date", "year", "of"];

    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);

    public GoldenStep(YamlNode node)
    {
        foreach (var (key, value) in ((YamlMappingNode)node).Children)
        {
            if (!Known.Contains(key.ToString()))
                throw new FormatException($"line {node.Start.Line}: a step has no “{key}”");
            if (value is YamlSequenceNode list)
                Lines = [.. list.Select(line => line.ToString())];
            else
                _said.Add(key.ToString(), value.ToString());
        }
    }

    /// <summary>"debit aid K00.minor 1208.50": side, account, detail if any, amount; null where nothing is said of them.</summary>
    public IReadOnlyList<string>? Lines { get; }

    /// <summary>The code it should be refused with.</summary>
    public string? Refused => Said("refused");

    public override string ToString() => $"{this["do"]} {Said("claim") ?? Said("reference") ?? Said("member") ?? Said("year")} {Said("amount")}";

    public static string Text(Line line) => string.Join(' ', new[] { line.Side == Side.Debit ? "debit" : "credit", line.Account.Name(), line.Detail, line.Amount.ToString() }.Where(word => word.Length > 0));

    /// <summary>The posting that the builder makes.</summary>
    public Posting Posting(Books books, FeeTerms fee, IReadOnlyDictionary<string, Posting> made) => this["do"] switch
    {
        "opening" => ContributionPostings.Opening(Amount, Date, Purse),
        "member" => ContributionPostings.Member(this["member"], For, 1, "周**", Amount, Date, Said("payer"), Purse),
        "collective" => ContributionPostings.Collective(this["reference"], For, Amount, Date, "和平村村民委员会", Purse),
        "gift" => ContributionPostings.Gift(this["reference"], Said("purpose") ?? "", Amount, Date, "热心村民", null, Purse),
        "interest" => ContributionPostings.Interest(this["reference"], Amount, Date),
        "deposit" => ContributionPostings.Deposit(this["reference"], Amount, Date),
        "withdrawal" => ContributionPostings.Withdrawal(this["reference"], Amount, Date),
        "approved" => AidPostings.Approved(Aid(1), Amount, Date),
        "paid" => AidPostings.Paid(Aid(1), Amount, Date, fee, Purse),
        "corrected" => AidPostings.Corrected(Aid(-1), Fen.Parse(this["before"]), Aid(0), Amount, Date),
        "returned" => AidPostings.Returned(Aid(1), Amount, Date, fee, Purse),
        "fee-paid" => AidPostings.FeePaid(Date.Year, Date.Month, Amount, Date),
        "year-end" => YearEnd.Close(books, int.Parse(this["year"], CultureInfo.InvariantCulture)),
        "reversal" => Reversal.Of(made[this["of"]], Date, "记错了"),
        var other => throw new FormatException($"nothing is called “{other}”"),
    };

    private string this[string name] => Said(name) ?? throw new FormatException($"“{Said("do")}” needs {name}:");

    /// <summary>The year a contribution is for: that of its day where nothing else is said.</summary>
    private int For => Said("for") is { } year ? int.Parse(year, CultureInfo.InvariantCulture) : Date.Year;

    private Fen Amount => Fen.Parse(this["amount"]);

    private DateOnly Date => DateOnly.ParseExact(this["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Account Purse => Said("to") switch
    {
        null => Account.Bank,
        "cash" => Account.Cash,
        var other => throw new FormatException($"money is in the bank or in cash, not in “{other}”"),
    };

    private string? Said(string name) => _said.GetValueOrDefault(name);

    /// <param name="revision">1 where the step says none; for a correction the revision before, or the one it makes.</param>
    private AidCase Aid(int revision) => new(
        this["claim"],
        revision == 1 ? int.Parse(Said("revision") ?? "1", CultureInfo.InvariantCulture) : int.Parse(Said("revision") ?? "2", CultureInfo.InvariantCulture) + revision,
        DiseaseGroup.Of(this["illness"], Said("serious") == "true"), "周**", "2026-1");
}
