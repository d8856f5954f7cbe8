using Shouwang.Functions.Http;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Members;
using Shouwang.Functions.Security;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Functions.Contributions;

/// <summary>Somebody's contribution, before it is known whether it can be entered.</summary>
internal sealed record Contribution(Member Member, int Year, Fen Amount, DateOnly Date, string? Payer, Account To);

/// <summary>Takes members' contributions, one household or a whole village at once (收缴). There is one for each person and year; asked again, the earlier one counts.</summary>
internal sealed class ContributionDesk(LedgerStore ledger, MemberStore members, Keys keys, ReceiptCodes codes)
{
    const int AtOnce = 490;

    public Receipt ReceiptOf(Entry entry, string? name = null, bool before = true) => new(entry, codes.CodeOf(entry.Village, entry.Posting.Key), name, before);

    /// <summary>A household's contributions in one batch: all are entered, or none is.</summary>
    /// <exception cref="ProblemException">Somebody's was refused; the problem names everybody of whom that is so, with the reason.</exception>
    public async Task<IReadOnlyList<Receipt>> TakeAsync(string village, IReadOnlyList<Contribution> household, string by, CancellationToken stop)
    {
        var postings = new List<Posting>();
        foreach (var one in household)
            postings.Add(await PostingAsync(one, key => ledger.FindAsync(village, key, stop)) with { By = by });
        var posted = await ledger.PostTogetherAsync(village, postings, stop);
        var refused = posted.Select((one, i) => (At: i, Why: one.Refusal)).Where(one => one.Why is not null && one.Why != Posted.KeptOut.Refusal).ToList();
        return refused.Count == 0
            ? [.. posted.Zip(household, (one, who) => ReceiptOf(one.Entry!, who.Member.Name, one.Before))]
            : throw new ProblemException(refused[0].Why! with
            {
                Detail = $"{string.Concat(refused.Select(one => $"第 {one.At + 1} 个人（{MaskedName.Of(household[one.At].Member.Name)}）：{one.Why!.Detail}"))}{(household.Count > 1 ? "这一户的钱都还没有记。改好以后，请整户再提交一次。" : "")}",
                Field = $"people[{refused[0].At}]",
            });
    }

    /// <summary>A whole list: good rows are entered, every bad one is named. Sent again, nothing is entered twice.</summary>
    public async Task<ImportResult> ImportAsync(string village, IReadOnlyList<IReadOnlyList<string>> cells, int year, DateOnly today, string by, CancellationToken stop)
    {
        var roster = (await members.AllAsync(village, stop)).ToDictionary(member => member.Id, StringComparer.Ordinal);
        var known = await ledger.KnownAsync(village, $"contribution|{year}|", stop);
        var takenBack = await ledger.KnownAsync(village, Reversal.KeyOf($"contribution|{year}|"), stop);
        var (result, waiting, seen) = (new ImportResult(), new List<(int Line, Posting Posting)>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (row, fault) in ContributionSheet.Read(cells))
        {
            result.Rows++;
            if (fault is not null)
                result.Bad.Add(fault);
            else if (Judge(row!, year, roster, seen, today) is { } wrong)
                result.Bad.Add(new SheetFault(row!.Line, wrong.Code, $"第 {row.Line} 行：{wrong.Detail}"));
            else
                Sort(row!);
            if (waiting.Count >= AtOnce)
                await EnterAsync();
        }

        await EnterAsync();
        return result;

        void Sort(ContributionRow row)
        {
            var member = roster[keys.Pseudonym(row.IdNumber)];
            var attempt = 1;
            while (takenBack.ContainsKey(Reversal.KeyOf(ContributionPostings.MemberKey(member.Id, year, attempt))))
                attempt++;
            // Where the list gives no day, that of the first import stands.
            var before = known.GetValueOrDefault(ContributionPostings.MemberKey(member.Id, year, attempt));
            var posting = Of(new Contribution(member, year, row.Amount, row.Date ?? before?.Date ?? today, row.Payer, row.Cash ? Account.Cash : Account.Bank), attempt) with { By = by };
            if (before is null)
                waiting.Add((row.Line, posting));
            else if (before.Content == posting.Content)
                result.Before++;
            else
                result.Bad.Add(new SheetFault(row.Line, "contribution-differs", $"第 {row.Line} 行：这个人今年已经交过，金额、日期或代缴单位和这次不一样。请先核对。"));
        }

        async Task EnterAsync()
        {
            var posted = await ledger.PostManyAsync(village, [.. waiting.Select(one => one.Posting)], stop);
            for (var i = 0; i < posted.Count; i++)
            {
                if (posted[i].Refusal is { } refusal)
                    result.Bad.Add(new SheetFault(waiting[i].Line, refusal.Code, $"第 {waiting[i].Line} 行：{refusal.Detail}"));
                else if (posted[i].Before)
                    result.Before++;
                else
                    result.Entered++;
            }

            waiting.Clear();
        }
    }

    (string Code, string Detail)? Judge(ContributionRow row, int year, Dictionary<string, Member> roster, Dictionary<string, int> seen, DateOnly today)
    {
        var id = keys.Pseudonym(row.IdNumber);
        if (!roster.TryGetValue(id, out var member))
            return ("member-unknown", "名册里没有这个身份证号。请先登记入会，或者核对号码。");
        if (member.Name != row.Name)
            return ("member-differs", "身份证号对得上名册，姓名对不上。请核对。");
        if (Gone(member, year) is { } gone)
            return ("member-left", gone);
        if (row.Date > today)
            return ("date-future", "日期还没有到，请核对。");
        return seen.TryAdd(id, row.Line) ? null : ("row-twice", $"这个人在第 {seen[id]} 行已经有了，请删掉一行。");
    }

    /// <summary>Why nothing is taken for a year that began after the person had left; null where it may be.</summary>
    public static string? Gone(Member member, int year) =>
        member.Left is { } left && !member.In(year) ? $"名册上{left.Year}年{left.Month}月{left.Day}日已经离开，不能收{year}年的会费。回来参加的，请先登记入会。" : null;

    static async Task<Posting> PostingAsync(Contribution one, Func<string, Task<Entry?>> find)
    {
        for (var attempt = 1; ; attempt++)
        {
            var posting = Of(one, attempt);
            if (await find(posting.Key) is null || await find(Reversal.KeyOf(posting.Key)) is null)
                return posting;
        }
    }

    static Posting Of(Contribution one, int attempt) => Refusals.Tried(() =>
        ContributionPostings.Member(one.Member.Id, one.Year, attempt, MaskedName.Of(one.Member.Name), one.Amount, one.Date, one.Payer, one.To));
}

/// <summary>What became of a list (导入结果).</summary>
internal sealed class ImportResult
{
    public int Rows { get; set; }

    public int Entered { get; set; }

    public int Before { get; set; }

    public List<SheetFault> Bad { get; } = [];
}
