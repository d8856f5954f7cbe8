using System.Collections.Immutable;
using System.Globalization;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Claims;
using Shouwang.Shared.MutualAid.Ledger;
using Shouwang.Shared.MutualAid.Roster;

namespace Shouwang.Shared.Tests.MutualAid.Claims;

/// <summary>Makes the facts of a worked example: charter, plan, member, papers, books.</summary>
internal sealed class GoldenVillage(GoldenClaim usual, GoldenClaim one)
{
    public const string Code = "320281105203";
    private const string Person = "周桂兰";

    public Charter Charter { get; } = CharterOf(Over(usual.Charter, one.Charter));

    public VillagePlan Plan
    {
        get
        {
            var said = new Said(Over(usual.Plan, one.Plan), "from", "to", "entryLine", "yearlyCap", "operations", "operationLead");
            return new VillagePlan(
                Code, "2026-1", said.Day("from") ?? new DateOnly(2025, 1, 1), said.Day("to") ?? new DateOnly(2027, 12, 31), said.Money("entryLine") ?? Fen.FromYuan(3000),
                said["yearlyCap"] == "none" ? null : said.Money("yearlyCap") ?? Fen.FromYuan(20_000),
                new Dictionary<string, Fen> { ["K35"] = Fen.FromYuan(1200), ["J18"] = Fen.FromYuan(900), ["C34"] = Fen.FromYuan(18_000) }.ToImmutableSortedDictionary(StringComparer.Ordinal),
                "2025年12月20日村民代表会议决议")
            {
                Operations = said["operations"] is not { } operations ? OperationSums.None : new OperationSums(
                    operations.Split(' ').Select(one => one.Split('=')).ToImmutableSortedDictionary(one => one[0], one => Fen.Parse(one[1]), StringComparer.Ordinal),
                    OperationLeads.Words[said["operationLead"] ?? "higher"]),
            };
        }
    }

    public Membership MemberOn(DateOnly discharged)
    {
        var said = new Said(Over(usual.Member, one.Member), "joined", "left", "born", "continued", "before", "none");
        if (said["none"] == "yes")
            return new Membership(null, null, "名册里没有找到这位病人，要请村里的工作人员核对是不是会员。");
        ImmutableArray<(DateOnly, DateOnly)> before = said["before"] is { } span ? [(Day(span.Split("..")[0]), Day(span.Split("..")[1]))] : [];
        var time = new MembershipTime(said.Day("joined")!.Value, said.Day("left"), said.Day("born"), said["continued"] == "yes", before);
        return new Membership("m", time.On(discharged), null) { EntitledFrom = time.EntitledFrom(Charter.WaitingDays, discharged) };
    }

    /// <summary>The three papers read, as they come from the recogniser.</summary>
    public PaperSet Papers(IReadOnlyDictionary<string, string> corrected)
    {
        return PaperSet.Of([
            Paper("record", PaperKind.DischargeRecord, one.Record, FieldName.Name, FieldName.Hospital, FieldName.Admitted, FieldName.Discharged, FieldName.Diagnosis, FieldName.Operation),
            Paper("list", PaperKind.FeeList, one.List, FieldName.Name, FieldName.Hospital, FieldName.Discharged, FieldName.Total),
            Paper("sheet", PaperKind.SettlementSheet, one.Sheet, FieldName.Name, FieldName.Hospital, FieldName.Admitted, FieldName.Discharged, FieldName.Total, FieldName.BasicPaid, FieldName.CashPaid, FieldName.SettlementNumber),
        ]);

        ClaimPaper Paper(string id, PaperKind kind, IReadOnlyDictionary<string, string> own, params string[] fields)
        {
            var stay = Over(Over(Over(usual.Stay, one.Stay), own), corrected);
            if (stay.Keys.FirstOrDefault(key => key != "borne" && key != "unsure" && key is not (FieldName.Name or FieldName.Hospital or FieldName.Admitted or FieldName.Discharged or FieldName.Diagnosis or FieldName.Operation or FieldName.Total)) is { } unknown)
                throw new FormatException($"a stay has no “{unknown}”");
            // What a sheet prints of who paid what follows from the total and what was borne.
            var borne = Fen.Parse(stay["borne"]);
            stay[FieldName.CashPaid] = borne.ToString();
            stay[FieldName.BasicPaid] = (Fen.Parse(stay[FieldName.Total]) - borne).ToString();
            stay[FieldName.SettlementNumber] = "320220260309868628";
            stay[FieldName.Name] = stay.GetValueOrDefault(FieldName.Name, Person);
            var sure = new BasisPoints(9_900);
            var read = fields.Where(field => field != FieldName.Operation || stay.ContainsKey(field)).ToDictionary(field => field, field => new FieldReading(stay[field], stay.GetValueOrDefault("unsure") == field ? new BasisPoints(6_000) : sure, null, FieldSource.Read));
            return new ClaimPaper(id, new PaperReading(kind, sure, read, [], [], new PictureQuality(true, null)));
        }
    }

    public ImmutableArray<EarlierClaim> Earlier =>
    [
        .. one.Earlier.Select((map, i) =>
        {
            var said = new Said(map, "admitted", "discharged", "disease", "operations", "total", "borne", "awarded");
            var (total, borne) = (said.Money("total")!.Value, said.Money("borne")!.Value);
            return new EarlierClaim($"earlier-{i}", said.Day("admitted"), said.Day("discharged")!.Value, "江阴市示例人民医院", said["disease"], total, borne, said.Money("awarded") ?? Fen.Zero)
            {
                Paid = ImmutableSortedDictionary<string, Fen>.Empty.Add("basic", total - borne),
                Operations = [.. said["operations"]?.Split(' ') ?? []],
            };
        }),
    ];

    public Fen Ahead => new Said(Over(usual.Money, one.Money), MoneyKeys).Money("ahead") ?? Fen.Zero;

    public LedgerTerms Terms => new(Charter.BalancesMayGoNegative, new FeeTerms(Charter.FeeShare, Rounding.HalfUpFen));

    public Books Books
    {
        get
        {
            var said = new Said(Over(usual.Money, one.Money), MoneyKeys);
            var day = new DateOnly(2026, 1, 2);
            var postings = new List<Posting>();
            if (said.Money("opening") is { } opening)
                postings.Add(ContributionPostings.Opening(opening, day));
            if (said.Money("members") is { } members)
                postings.Add(ContributionPostings.Member("others", 2026, 1, "众**", members, day, null));
            if (said.Money("forNextYear") is { } early)
                postings.Add(ContributionPostings.Member("others", 2027, 1, "众**", early, day, null));
            if (said.Money("subsidy") is { } subsidy)
                postings.Add(ContributionPostings.Member("m", 2026, 1, "周**", subsidy, day, "江阴市示例镇民政办"));
            if (said.Money("giftForSerious") is { } gift)
                postings.Add(ContributionPostings.Gift("g", "serious", gift, day, "热心村民", null));
            if (said.Money("spent") is { } spent)
                postings.Add(AidPostings.Approved(new AidCase("fedcba98765432100123456789abcdef", 1, DiseaseGroup.Of("K35", serious: false), "钱**", "2026-1"), spent, day));
            return postings.Aggregate(Shared.MutualAid.Ledger.Books.Empty(Code), (books, posting) => books.Append(posting, "", DateTimeOffset.UnixEpoch, Terms).After);
        }
    }

    private static readonly string[] MoneyKeys = ["opening", "members", "subsidy", "giftForSerious", "forNextYear", "spent", "ahead"];

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Charter CharterOf(Dictionary<string, string> map)
    {
        var said = new Said(map, "readmissionDays", "readmissionMerged", "exclusions", "claimDays", "waitingDays", "lowMoney", "lowBelow", "lowShare", "feeShare", "rounding", "objectionDays", "appealDays");
        var usual = Charter.Default;
        return usual with
        {
            Readmission = new Readmission(said.Number("readmissionDays") ?? usual.Readmission.Days, said["readmissionMerged"] != "no"),
            Exclusions = said["exclusions"] is { } list ? [.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.GetValues<Exclusion>().Single(exclusion => Cause.Name(exclusion) == name))] : usual.Exclusions,
            ClaimDays = said.Number("claimDays") ?? usual.ClaimDays,
            WaitingDays = said.Number("waitingDays") ?? usual.WaitingDays,
            LowMoney = new LowMoney(said["lowMoney"] is { } action ? Enum.Parse<LowMoneyAction>(action, ignoreCase: true) : usual.LowMoney.Action, BasisPoints.FromPercent(said.Number("lowBelow") ?? 10))
            {
                Share = said.Number("lowShare") is { } share ? BasisPoints.FromPercent(share) : null,
            },
            FeeShare = said.Number("feeShare") is { } fee ? new BasisPoints(fee) : usual.FeeShare,
            Rounding = said["rounding"] is { } rounding ? Enum.GetValues<Rounding>().Single(way => way.Name() == rounding) : usual.Rounding,
            ObjectionDays = said.Number("objectionDays") ?? usual.ObjectionDays,
            AppealDays = said.Number("appealDays") ?? usual.AppealDays,
        };
    }

    private static Dictionary<string, string> Over(IReadOnlyDictionary<string, string> first, IReadOnlyDictionary<string, string> then)
    {
        var both = new Dictionary<string, string>(first, StringComparer.Ordinal);
        foreach (var (key, value) in then)
            both[key] = value;
        return both;
    }

    /// <summary>A map of the example, in which nothing may stand that is not known.</summary>
    private sealed class Said
    {
        private readonly Dictionary<string, string> _map;

        public Said(Dictionary<string, string> map, params string[] known)
        {
            _map = map.Keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown ? throw new FormatException($"“{unknown}” is not known here") : map;
        }

        public string? this[string name] => _map.GetValueOrDefault(name);

        public DateOnly? Day(string name) => this[name] is { } text ? GoldenVillage.Day(text) : null;

        public Fen? Money(string name) => this[name] is { } text && text != "none" ? Fen.Parse(text) : null;

        public int? Number(string name) => this[name] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
    }
}
