using System.Collections.Immutable;
using System.CommandLine;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Plans;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Tools.Plans;

/// <summary><c>./shouwang plans</c>: a village's or a whole county's plans from a file, without a server.</summary>
internal static class PlansCommand
{
    static readonly Option<string?> Budget = new("--budget") { Description = "All the money of a year in yuan, for each village that has none of its own in the file." };
    static readonly Option<string?> PerHead = new("--per-head") { Description = "Instead of --budget: yuan for each member." };
    static readonly Option<int> Emphasis = new("--emphasis") { Description = "What serious illness gets of its cost beside what minor illness gets, in percent; 100 to 1000.", DefaultValueFactory = _ => Statistics.Default.Emphasis.Value / 100 };
    static readonly Option<int> Ruin = new("--ruin") { Description = "Allowed probability that the year's money runs out, in percent; 1 to 50.", DefaultValueFactory = _ => Charter.Default.AllowedRuin.Value / 100 };
    static readonly Option<string> EntryLine = new("--entry-line") { Description = "Least total cost of a stay in yuan.", DefaultValueFactory = _ => "3000" };
    static readonly Option<string> Cap = new("--cap") { Description = "Most a person gets in a year in yuan, or “none”.", DefaultValueFactory = _ => "50000" };
    static readonly Option<FileInfo?> Sums = new("--sums") { Description = "Sums the village sets itself for single diseases: CSV with the columns 病种 or 疾病编码 (ICD-10) or both, and 补助金额. The rest of the money is shared out among the other diseases." };
    static readonly Option<string?> Rungs = new("--rungs") { Description = $"Sums the village sets itself for all {Grade.All.Length} grades, the least severe first, with commas between: 300,500,800,1500,2000,4000,8000,15000. Nothing is worked out from the money then; what comes of it is said." };
    static readonly Option<FileInfo?> Json = new("--json") { Description = "Also write the whole answer there: sums of all 1,296 diseases, distribution, what is assumed and left out." };

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV with the columns 年龄段 (67, 65-74, 75+, 不详), 性别 and 人数 (without it one person a row), for a county 村名 too and, where villages have their own, 总预算 or 每人预算; or JSON as POST /api/plans/county takes it. UTF-8 or GB18030." };
        var generate = new Command("generate", "Makes one village's plan: eight sums, what they cost, how likely the money runs out, what is assumed. Ends with 0 when there is a plan, 1 when the money is too little, 2 when the file or an option is wrong.") { file };
        var county = new Command("county", "Makes the plans of all villages in a file. Ends with 0 when all have one, 1 when some have none, 2 when the file or an option is wrong.") { file };
        foreach (var command in new[] { generate, county })
        {
            foreach (var option in new Option[] { Budget, PerHead, Emphasis, Ruin, EntryLine, Cap, Json })
                command.Options.Add(option);
        }

        generate.Options.Add(Sums);
        generate.Options.Add(Rungs);
        generate.SetAction(parsed => Run(parsed, parsed.GetRequiredValue(file), one: true));
        county.SetAction(parsed => Run(parsed, parsed.GetRequiredValue(file), one: false));
        return new Command("plans", "Plans of villages, worked out on this machine; nothing is kept or sent.") { generate, county };
    }

    static int Run(ParseResult parsed, FileInfo file, bool one)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            if (!file.Exists)
                throw new FormatException("没有这个文件。请核对文件名。");
            var villages = RosterFile.Read(File.ReadAllBytes(file.FullName));
            if (one && villages.Count > 1)
                throw new FormatException($"这个文件里有 {villages.Count} 个村。请用 plans county，或者只留一个村。");
            var own = one ? Own(parsed) : OwnSums.None;
            var made = Make(villages, village => Bounded(Terms(parsed, village) with { Own = own }));
            if (one)
                PlanTable.Write(output, made[0]);
            else
                PlanTable.Write(output, made);
            if (parsed.GetValue(Json) is { } target)
                File.WriteAllBytes(target.FullName, PlanTable.Json(made));
            return made.All(village => village.Plan is not null) ? 0 : 1;
        }
        catch (FormatException wrong)
        {
            error.WriteLine(wrong.Message);
            return 2;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            error.WriteLine("文件读不了或者写不了。请核对位置和权限，看看是不是正被别的程序打开。");
            return 2;
        }
    }

    /// <summary>Villages are reckoned side by side; they come out in the order of the file.</summary>
    static List<MadePlan> Make(IReadOnlyList<VillageRoster> villages, Func<VillageRoster, PlanTerms> terms) =>
    [
        .. villages.Select(village => (Village: village, Terms: terms(village))).ToList().AsParallel().AsOrdered().Select(one =>
        {
            var (plan, problem) = PlanGenerator.Default.Generate(one.Village.People, one.Terms, BasisPoints.Whole, BasisPoints.Whole);
            return new MadePlan(one.Village, one.Terms, plan, problem);
        }),
    ];

    static PlanTerms Terms(ParseResult parsed, VillageRoster village)
    {
        var money = village.Money(Money(parsed, Budget), Money(parsed, PerHead)) ?? throw new FormatException($"{village.Name}没有预算。请用 --budget 写全年总预算，或者用 --per-head 写每人预算。");
        var charter = Charter.Default with
        {
            EntryLine = Sheet(parsed, EntryLine, Fen.Zero),
            YearlyCap = parsed.GetValue(Cap) == "none" ? null : Sheet(parsed, Cap, Ladder.Least),
            AllowedRuin = Percent(parsed, Ruin, 1, 50),
        };
        return PlanTerms.Of(charter, money, Percent(parsed, Emphasis, 100, 1000));
    }

    /// <summary>Sums of the village's own. A row that nobody can be sure of stops the reading: a plan made of some of them would be wrong without anybody seeing it.</summary>
    static OwnSums Own(ParseResult parsed)
    {
        var sums = ImmutableSortedDictionary.CreateBuilder<string, Fen>(StringComparer.Ordinal);
        if (parsed.GetValue(Sums) is { } file)
        {
            if (!file.Exists)
                throw new FormatException("没有 --sums 写的这个文件。请核对文件名。");
            foreach (var (row, fault) in DiseaseSumSheet.Read(Csv.Rows(Csv.Text(File.ReadAllBytes(file.FullName))), DiseaseCatalogue.Default, DiagnosisMatcher.Default))
            {
                if (row is null)
                    throw new FormatException($"{Sums.Name}：{fault!.Detail}");
                if (!row.Sure)
                    throw new FormatException($"{Sums.Name}：第 {row.Line} 行写的是“{row.Written}”，可能是“{row.Disease.Name}”（{row.Disease.Code}），拿不准。请照病种目录写病名，或者写上疾病编码。");
                if (row.Sum > OwnSums.Most)
                    throw new FormatException($"{Sums.Name}：第 {row.Line} 行，{OwnSums.TooMuch}。");
                sums[row.Disease.Code] = row.Sum;
            }
        }

        return new OwnSums(parsed.GetValue(Rungs) is { } rungs ? Eight(rungs) : null, sums.ToImmutable());

        static Ladder Eight(string rungs)
        {
            var (ladder, _, chinese) = OwnSums.LadderOf([.. rungs.Split([',', '，']).Select(rung => Amount(rung.Trim()) ?? throw new FormatException($"{Rungs.Name}：“{rung}”不是金额。请写成 300,500,800,…，一共 {Grade.All.Length} 个。"))]);
            return ladder ?? throw new FormatException($"{Rungs.Name}：{chinese}。");
        }
    }

    static PlanTerms Bounded(PlanTerms terms) =>
        terms.Own.Highest > terms.YearlyCap ? throw new FormatException($"自己定的数里有 {terms.Own.Highest.ToGroupedString()} 元，一个人一年最多补助 {terms.YearlyCap.Value.ToGroupedString()} 元。请改小，或者用 {Cap.Name} 写章程定的封顶。") : terms;

    static Fen? Money(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } text ? RosterFile.Money(option.Name, text) : null;

    static Fen? Amount(string text) => Shared.MutualAid.Sheets.Sheet.Amount(text);

    static Fen Sheet(ParseResult parsed, Option<string> option, Fen least) =>
        Amount(parsed.GetValue(option)!) is { } amount && amount >= least ? amount : throw new FormatException($"{option.Name} 要填金额，至少 {least.ToGroupedString()} 元。");

    static BasisPoints Percent(ParseResult parsed, Option<int> option, int least, int most) =>
        parsed.GetValue(option) is var percent && percent >= least && percent <= most ? BasisPoints.FromPercent(percent) : throw new FormatException($"{option.Name} 要填 {least} 到 {most} 的整数。");
}
