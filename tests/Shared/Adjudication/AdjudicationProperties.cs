using System.Text;
using System.Text.Json;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Adjudication.Bulk;
using Shouwang.Shared.Explanation;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Tests.Adjudication;

/// <summary>What holds for every stay under every set of rules that ships; ten thousand cases each.</summary>
public class AdjudicationProperties
{
    private static readonly string[] Paying = ["pay", "fixed", "cap-stay", "cap-year", "borne", "global-cap"];

    [Fact]
    public void Layers_and_what_the_patient_pays_make_up_the_bill_to_the_fen() => AnyStay.Holds(facts =>
    {
        var result = AnyStay.Answer(facts);
        return result.Layers.Aggregate(result.PatientPays, (sum, l) => sum + l.Amount) == facts.Stay.Total;
    });

    [Fact]
    public void Nothing_is_negative_and_no_layer_pays_more_than_the_bill() => AnyStay.Holds(facts =>
    {
        var result = AnyStay.Answer(facts);
        return result.PatientPays >= Fen.Zero && result.Layers.All(l => l.Amount >= Fen.Zero && l.Amount <= facts.Stay.Total);
    });

    [Fact]
    public void No_layer_pays_more_than_its_base() => AnyStay.Holds(facts =>
        AnyStay.Answer(facts).Layers.All(l => l.Amount <= l.Steps.Where(s => s.Rule == "base").Aggregate(Fen.Zero, (sum, s) => sum + s.Amount)));

    [Fact]
    public void No_cap_is_passed() => AnyStay.Holds(facts => AnyStay.Answer(facts).Layers.All(l => l.Steps
        .Where(s => s.Rule is "cap-stay" or "cap-year" or "global-cap")
        .All(s => l.Amount <= (Fen.Parse(s.Inputs.Single(i => i.Key == "cap").Value) - Fen.Parse(s.Inputs.Single(i => i.Key == "used").Value)).OrZero)));

    [Fact]
    public void The_paying_steps_of_the_trace_add_up_to_the_layer() => AnyStay.Holds(facts =>
        AnyStay.Answer(facts).Layers.All(l => l.Recomputed is null || l.Steps.Where(s => Paying.Contains(s.Rule)).Aggregate(Fen.Zero, (sum, s) => sum + s.Amount) == l.Recomputed));

    [Fact]
    public void More_cost_in_scope_never_means_less_paid() => AnyStay.Holds(facts =>
    {
        var more = facts with { Stay = facts.Stay with { InScope = facts.Stay.InScope + new Fen(12_345), SelfFunded = (facts.Stay.SelfFunded!.Value - new Fen(12_345)).OrZero } };
        more = more with { Stay = more.Stay with { Total = Fen.Max(facts.Stay.Total, more.Stay.InScope!.Value + more.Stay.SelfFunded!.Value + more.Stay.SelfPayFirst!.Value) } };
        return Paid(more) >= Paid(facts);

        static Fen Paid(AdmissionFacts f) => AnyStay.Answer(f).Layers.Aggregate(Fen.Zero, (sum, l) => sum + l.Amount);
    });

    [Fact]
    public void The_slow_twin_agrees() => AnyStay.Holds(facts =>
    {
        var rules = AnyStay.RulesFor(facts);
        var bulk = new BulkAdjudicator(rules);
        var amounts = bulk.Adjudicate(bulk.Prepare(facts)).Amounts;
        var twin = new SlowTwin(rules, facts).Amounts();
        return bulk.Benefits.Select((key, i) => (twin[key] ?? 0) == amounts[i]).All(same => same);
    });

    [Fact]
    public void Bulk_gives_the_same_as_one_by_one() => AnyStay.Holds(facts =>
    {
        var bulk = new BulkAdjudicator(AnyStay.RulesFor(facts));
        var one = AnyStay.Answer(facts);
        var many = bulk.Adjudicate([[bulk.Prepare(facts)]]).Single().Single();
        return many.PatientPays == one.PatientPays.Value
            && bulk.Layers.Distinct().All(layer => bulk.Layers.Select((l, i) => l == layer ? many.Amounts[i] : 0).Sum() == (one.Layers.FirstOrDefault(l => l.Layer == layer)?.Amount.Value ?? 0));
    });

    [Fact]
    public void A_result_is_replayed_byte_for_byte_from_the_stored_snapshot() => AnyStay.Holds(facts =>
        Bytes(AnyStay.RulesFor(facts), facts).AsSpan().SequenceEqual(Bytes(PolicySnapshot.FromCanonical(AnyStay.RulesFor(facts).CanonicalBytes), facts)));

    [Fact]
    public void The_order_in_which_statuses_are_named_does_not_matter() => AnyStay.Holds(facts =>
    {
        var turned = facts with { Person = facts.Person with { Statuses = [.. facts.Person.Statuses!.Reverse()] } };
        return Bytes(AnyStay.RulesFor(facts), facts).AsSpan().SequenceEqual(Bytes(AnyStay.RulesFor(facts), turned));
    });

    private static byte[] Bytes(PolicySnapshot rules, AdmissionFacts facts)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            ResultJson.Write(json, Adjudicator.Adjudicate(rules, facts), facts);
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
