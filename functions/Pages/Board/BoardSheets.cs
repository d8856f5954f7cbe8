using Shouwang.Functions.Board;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Board;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Pages.Board;

/// <summary>Puts a board's figures into the words and the order of the page (公示页). Pure: nothing is added to what the ledger says.</summary>
internal static class BoardSheets
{
    static readonly Account[] s_sources = [Account.Members, Account.Collective, Account.Donors, Account.Subsidy, Account.Interest];

    /// <summary>Years of which the ledger knows something, latest first; this year where it knows of none.</summary>
    public static IReadOnlyList<int> Years(BoardFigures figures, DateOnly today) =>
        [.. figures.Sums.Keys.Select(slot => slot.Year).Concat(figures.Months.Keys.Select(month => int.Parse(month.AsSpan(0, 4)))).Append(today.Year).Distinct().OrderDescending()];

    /// <param name="at">When it is made, in Chinese time.</param>
    public static BoardSheet Of(BoardDocument board, int year, DateTime at)
    {
        var (village, figures) = (board.Village, board.View.Figures);
        var today = DateOnly.FromDateTime(at);
        var least = village.Charter.BoardLeast;
        return new BoardSheet
        {
            Village = village.Code,
            Name = village.Name,
            Year = year,
            Years = Years(figures, today),
            At = at,
            OfficerName = village.Officer.Name,
            OfficerPhone = village.Officer.Phone,
            Totals = Totals(figures, year, latest: year == Years(figures, today)[0]),
            Sources = [.. s_sources.Select(source => (source, Tally: Of(figures, source, year))).Where(it => it.Tally != default).Select(it => new BoardSource(it.source.Chinese(), it.Tally.Amount, it.Tally.Count))],
            Groups = [.. PublicAid.Of(figures, least).Where(aid => aid.Year == year).Select(aid => new BoardGroup(aid.Name, aid.Serious, aid.Tally.Amount, aid.Tally.Count))],
            Payments = [.. figures.Payments.Where(payment => payment.Date.Year == year).Reverse().Select(payment => new BoardPayment(
                payment.Number, payment.Date, payment.Person, PublicAid.NameOf(figures, payment.Group, year, least), payment.Amount, payment.Balance))],
            Months = Months(figures, year),
            Gifts = [.. GiftTrail.Follow(figures).Where(use => use.Gift.Date.Year == year).Select(use => new BoardGift(use.Gift.Date, use.Gift.Payer, Purpose(use.Gift.Purpose), use.Gift.Amount, use.Used, UsedFor(use)))],
            Amendments = [.. figures.Amendments.Where(it => it.Date.Year == year).Select(it => new BoardAmendment(it.Number, it.Date, it.Of, it.Amount, it.Note ?? "重新办理，改了补助的数"))],
            // A year that is over shows what was paid by in it.
            Plan = (year < today.Year ? village.VersionOn(new DateOnly(year, 12, 31)) : village.VersionAround(today)) is { } version ? Plan(version.Plan) : null,
            Charter = [.. CharterWords.Items(village.Charter).Select(item => item.Text).Concat(village.StillByPlan(today) is { } still ? [still] : Array.Empty<string>())],
            Seal = new BoardSeal(board.View.Entries, board.View.Root(board.View.Entries), board.Tree.Signature, board.Tree.KeyId),
        };
    }

    static BoardTotals Totals(BoardFigures figures, int year, bool latest)
    {
        var before = Sum(figures.Months.Where(month => Year(month.Key) < year).Select(month => month.Value.Change));
        // Books that begin with money from elsewhere say so in their first month.
        var brought = before == Fen.Zero ? figures.Opening : before;
        var aid = Of(figures, Account.Aid, year);
        return new BoardTotals(
            brought,
            Sum(s_sources.Select(source => Of(figures, source, year).Amount)),
            aid.Amount,
            aid.Count,
            Sum(figures.Months.Where(month => Year(month.Key) == year).Select(month => month.Value.Aid)),
            Of(figures, Account.Fee, year).Amount,
            latest ? figures.Books.AidOwed : Fen.Zero,
            latest ? figures.Books.Overpaid : Fen.Zero,
            Sum(figures.Months.Where(month => Year(month.Key) <= year).Select(month => month.Value.Change)));
    }

    static List<BoardMonth> Months(BoardFigures figures, int year)
    {
        var months = new List<BoardMonth>();
        var balance = Fen.Zero;
        foreach (var (name, month) in figures.Months)
        {
            balance += month.Change;
            if (Year(name) == year)
                months.Add(new BoardMonth($"{int.Parse(name.AsSpan(5))}月", month.In, month.Aid + month.Fee, balance));
        }

        return months;
    }

    static BoardPlan Plan(PlanInput plan)
    {
        var examples = DiseaseCatalogue.Default.Entries.Where(entry => plan.Sums.ContainsKey(entry.Code)).Select(entry => new BoardSum(entry.Name, entry.Serious, plan.Sums[entry.Code]));
        // A generated plan names every disease: a handful that villages know is enough here, all are on the plan's own page.
        var shown = plan.Sums.Count <= 12 ? examples : examples.Where(it => s_known.Contains(it.Disease));
        return new BoardPlan(plan.Version, plan.From, plan.To, plan.EntryLine, plan.YearlyCap, plan.Resolution, [.. shown.OrderByDescending(it => it.Sum)]);
    }

    static readonly string[] s_known = ["急性阑尾炎", "胆石症", "脑梗死", "急性心肌梗死", "股骨骨折", "肺炎，病原未写明", "胃恶性肿瘤", "支气管和肺恶性肿瘤", "2型糖尿病", "老年性白内障", "腹股沟疝", "慢性肾衰竭"];

    static string UsedFor(GiftUse use) => use.Groups.IsEmpty ? "还没有用到" : string.Join("；", use.Groups
        .GroupBy(group => group.Group.EndsWith(".serious", StringComparison.Ordinal))
        .OrderByDescending(group => group.Key)
        .Select(group => $"{(group.Key ? "大病" : "小病")} {Sum(group.Select(part => part.Amount)).ToGroupedString()} 元"));

    static string Purpose(string purpose) => purpose switch { "" => "不限用途", "serious" => "只用于大病", "minor" => "只用于小病", _ => $"只用于{new DiseaseGroup(purpose, false).Name}" };

    static Tally Of(BoardFigures figures, Account account, int year) =>
        figures.Sums.Where(sum => sum.Key.Account == account && sum.Key.Year == year).Aggregate(default(Tally), (sum, one) => sum + one.Value);

    static int Year(string month) => int.Parse(month.AsSpan(0, 4));

    static Fen Sum(IEnumerable<Fen> amounts) => amounts.Aggregate(Fen.Zero, (sum, amount) => sum + amount);
}
