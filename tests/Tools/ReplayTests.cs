using System.Collections.Immutable;
using System.Text;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;
using Shouwang.Tools.Replay;

namespace Shouwang.Tools.Tests;

/// <summary>./shouwang replay.</summary>
public class ReplayTests
{
    private static readonly AdmissionFacts Facts = new()
    {
        Place = "110000",
        Date = new DateOnly(2024, 5, 20),
        Person = new PersonFacts { Age = 64, Statuses = ["low-income"] },
        Stay = new StayFacts { HospitalLevel = "tertiary", Area = "local", OrdinalInYear = 2, Total = Fen.Parse("20000.00"), InScope = Fen.Parse("12345.67") },
        YearToDate = new YearToDate { InScopeBorne = Fen.Zero },
        ActuallyPaid = ImmutableSortedDictionary<string, Fen>.Empty.Add("basic", Fen.Parse("8771.75")),
    };

    private static readonly byte[] Record = AdjudicationRecord.Make(PolicyLibrary.Shipped.Resolve("110000", Facts.Date), Facts);

    [Fact]
    public void A_kept_result_comes_out_again_to_the_byte() => AdjudicationRecord.Replay(Record).Verdict.ShouldBe(ReplayVerdict.Same);

    [Fact]
    public void A_figure_changed_in_the_kept_rules_shows()
    {
        var forged = Encoding.UTF8.GetString(Record).Replace("\"rate\":7500", "\"rate\":7600", StringComparison.Ordinal);
        var replay = AdjudicationRecord.Replay(Encoding.UTF8.GetBytes(forged));
        replay.Verdict.ShouldBe(ReplayVerdict.Different);
        replay.PolicyHash.ShouldNotBe(AdjudicationRecord.Replay(Record).PolicyHash);
    }

    [Fact]
    public void Sentences_may_be_put_better_and_amounts_may_not_change()
    {
        Replay("\"explanation\":\"", "\"explanation\":\"从前的话。").ShouldBe(ReplayVerdict.SameInOtherWords);
        Replay("\"amount\":\"8771.75\"", "\"amount\":\"8771.76\"").ShouldBe(ReplayVerdict.Different);
        Replay("\"formula\":\"(", "\"formula\":\" (").ShouldBe(ReplayVerdict.Different);

        static ReplayVerdict Replay(string kept, string changed)
        {
            var text = Encoding.UTF8.GetString(Record);
            text.ShouldContain(kept);
            return AdjudicationRecord.Replay(Encoding.UTF8.GetBytes(text.Replace(kept, changed, StringComparison.Ordinal))).Verdict;
        }
    }

    /// <summary>A record as it was kept in November 2026: whatever the engine becomes, it still works this one out.</summary>
    [Fact]
    public void A_record_kept_long_ago_still_comes_out_the_same()
    {
        var replay = AdjudicationRecord.Replay(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "kept-2026-11.json")));
        replay.Verdict.ShouldNotBe(ReplayVerdict.Different);
    }

    [Fact]
    public void The_command_says_same_or_why_not()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Record);
            var output = new StringWriter();
            ReplayCommand.Run(new FileInfo(path), output, TextWriter.Null).ShouldBe(0);
            output.ToString().ShouldStartWith("Same to the byte under sha256:");
            File.WriteAllText(path, "{}");
            ReplayCommand.Run(new FileInfo(path), output, output).ShouldBe(1);
            output.ToString().ShouldContain("is no adjudication record");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
