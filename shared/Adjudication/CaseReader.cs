using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>Turns facts into the numbers the engine works on (事实数字化), and notes what was assumed.</summary>
internal static class CaseReader
{
    private static readonly int Basic = Vocabulary.Layers.IndexOf("basic");
    private static readonly int Critical = Vocabulary.Layers.IndexOf("critical");
    private static readonly int Assistance = Vocabulary.Layers.IndexOf("assistance");
    private static readonly int Topup = Vocabulary.Layers.IndexOf("topup");
    private static readonly int MutualAid = Vocabulary.Layers.IndexOf("mutual-aid");

    /// <summary>The stay in numbers.</summary>
    /// <param name="assumed">Facts nobody gave that were taken as in a first stay of the year.</param>
    public static Case Read(Plan plan, AdmissionFacts facts, out Facts assumed)
    {
        var c = new Case { Total = facts.Stay.Total.Value, Disease = -1, Known = Facts.Transfer };
        assumed = Facts.None;
        ReadStay(ref c, plan, facts);
        ReadCosts(ref c, Included(plan, facts.Stay));
        c.Waived = facts.Stay.DeductibleWaived;
        c.Barred = facts.Stay.Exclusion is { } exclusion && plan.Exclusions.TryGetValue(exclusion, out var why) ? why
            : facts.Date < facts.Person.EntitledFrom ? "还在参保等待期里，医保还不能报"
            : (facts.Admitted ?? facts.Date) > facts.Person.EntitledTo ? "医保已经断保，断保以后的费用不能报"
            : null;
        ReadPerson(ref c, plan, facts);
        ReadYear(ref c, facts, ref assumed);
        c.Reward = plan.Reward?.Earned(facts.Person.YearsInARow ?? 0, facts.Person.YearsWithoutClaim ?? 0) ?? 0;
        c.Applied = ReadApplications(plan, facts);
        c.Given = facts.YearToDate.Given is { IsEmpty: false } given ? [.. plan.Layers.Select(l => given.GetValueOrDefault(l.Key))] : null;
        return c;
    }

    private static void ReadStay(ref Case c, Plan plan, AdmissionFacts facts)
    {
        var stay = facts.Stay;
        if (stay.HospitalLevel is not null)
            Know(ref c.Level, Vocabulary.Levels.IndexOf(stay.HospitalLevel), Facts.Level, ref c);
        if (stay.Area is not null)
            Know(ref c.Area, Vocabulary.Areas.IndexOf(stay.Area), Facts.Area, ref c);
        c.Transfer = Math.Max(Vocabulary.Transfers.IndexOf(stay.Transfer), 0);
        // Who was not transferred has no chain behind him.
        Know(ref c.ChainDeductible, stay.ChainDeductible ?? (c.Transfer == 0 ? Fen.Zero : null), Facts.ChainDeductible, ref c.Known);
        if (plan.Operations.Highest(stay.Operations) is var (operation, sum))
            (c.Operation, c.OperationSum) = (operation, sum.Value);
        if (stay.Disease is null)
            return;
        c.Known |= Facts.Disease;
        c.Disease = plan.Diseases.GetValueOrDefault(stay.Disease, -1);
    }

    /// <summary>A word that the vocabulary does not have says nothing.</summary>
    private static void Know(ref int field, int value, Facts fact, ref Case c)
    {
        if (value < 0)
            return;
        field = value;
        c.Known |= fact;
    }

    /// <summary>Where only the item classes are known, the cost in scope follows from how much of each class counts.</summary>
    private static StayFacts Included(Plan plan, StayFacts stay)
    {
        if (stay.InScope is not null || stay.Items.IsEmpty || !stay.Items.Keys.All(plan.Inclusion.ContainsKey))
            return stay;
        Fen inScope = Fen.Zero, first = Fen.Zero, own = Fen.Zero;
        foreach (var (name, amount) in stay.Items)
        {
            var rate = new BasisPoints(plan.Inclusion[name]);
            var counted = rate.Of(amount, Rounding.HalfUpFen);
            inScope += counted;
            if (rate.Value == 0)
                own += amount;
            else
                first += amount - counted;
        }
        return stay with { InScope = inScope, SelfPayFirst = stay.SelfPayFirst ?? first, SelfFunded = stay.SelfFunded ?? own };
    }

    /// <summary>Three parts of the bill give the fourth.</summary>
    private static void ReadCosts(ref Case c, StayFacts stay)
    {
        var (inScope, first, over, own) = (stay.InScope, stay.SelfPayFirst, stay.OverLimit, stay.SelfFunded);
        if (inScope is null && first is { } f && over is { } o && own is { } s)
            inScope = (stay.Total - f - o - s).OrZero;
        if (inScope is { } all && all == stay.Total)
            (first, over, own) = (first ?? Fen.Zero, over ?? Fen.Zero, own ?? Fen.Zero);
        if (inScope is { } i)
        {
            first ??= over is { } overLimit && own is { } selfFunded ? (stay.Total - i - overLimit - selfFunded).OrZero : null;
            own ??= over is { } limit && first is { } selfFirst ? (stay.Total - i - limit - selfFirst).OrZero : null;
            over ??= own is { } funded && first is { } before ? (stay.Total - i - funded - before).OrZero : null;
        }
        Know(ref c.InScope, inScope, Facts.InScope, ref c.Known);
        Know(ref c.SelfPayFirst, first, Facts.SelfPayFirst, ref c.Known);
        Know(ref c.OverLimit, over, Facts.OverLimit, ref c.Known);
        Know(ref c.SelfFunded, own, Facts.SelfFunded, ref c.Known);
        Know(ref c.Borne, stay.Borne, Facts.Borne, ref c.Known);
    }

    private static void Know(ref long field, Fen? value, Facts fact, ref Facts known)
    {
        if (value is not { } amount)
            return;
        field = amount.Value;
        known |= fact;
    }

    private static void ReadPerson(ref Case c, Plan plan, AdmissionFacts facts)
    {
        var person = facts.Person;
        if (person.Statuses is { } statuses)
        {
            c.Known |= Facts.Statuses;
            foreach (var status in statuses)
                c.Statuses |= plan.StatusBits.GetValueOrDefault(status);
        }
        foreach (var status in person.LaterStatuses)
            c.Later |= plan.StatusBits.GetValueOrDefault(status);
        if (person.Age is { } age)
        {
            c.Known |= Facts.Age;
            c.Age = age;
            c.Statuses |= ByAge(plan, age);
        }
        if (facts.Village is not null)
            c.Known |= Facts.Village;
        if (person.VillageMember is { } member)
        {
            c.Known |= Facts.Member;
            c.Member = member;
        }
    }

    /// <summary>Statuses that age alone gives.</summary>
    internal static ulong ByAge(Plan plan, int age)
    {
        var bits = 0UL;
        for (var bit = 0; bit < plan.Statuses.Length; bit++)
        {
            if (age < plan.Statuses[bit].UnderAge)
                bits |= 1UL << bit;
        }
        return bits;
    }

    private static void ReadYear(ref Case c, AdmissionFacts facts, ref Facts assumed)
    {
        var year = facts.YearToDate;
        var ordinal = facts.Stay.OrdinalInYear;
        var later = ordinal > 1;
        c.Ordinal = ordinal ?? 1;
        c.OrdinalAtLevel = facts.Stay.OrdinalAtLevel ?? c.Ordinal;
        c.Known |= Facts.Ordinal | Facts.OrdinalAtLevel;
        if (ordinal is null)
            assumed |= Facts.Ordinal;
        if (facts.Stay.OrdinalAtLevel is null && later)
            assumed |= Facts.OrdinalAtLevel;
        YearPaid(ref c, Basic, year.BasicPaid, ordinal, ref assumed);
        YearPaid(ref c, Critical, year.CriticalPaid, ordinal, ref assumed);
        YearPaid(ref c, Assistance, year.AssistancePaid, ordinal, ref assumed);
        YearPaid(ref c, Topup, year.TopupPaid, ordinal, ref assumed);
        YearPaid(ref c, MutualAid, year.MutualAidPaid, ordinal, ref assumed);
        Earlier(ref c.InScopeBorne, year.InScopeBorne, Facts.InScopeBorne, ordinal, ref c.Known, ref assumed);
        Earlier(ref c.DeductibleTaken, year.DeductibleTaken, Facts.DeductibleTaken, ordinal, ref c.Known, ref assumed);
    }

    private static void YearPaid(ref Case c, int layer, Fen? paid, int? ordinal, ref Facts assumed)
    {
        var fact = FactsRead.PaidBy(layer);
        c.Known |= fact;
        c.Paid[layer] = paid?.Value ?? 0;
        if (paid is null && ordinal != 1)
            assumed |= fact;
    }

    /// <summary>A first stay has nothing before it; a later one whose past is not given is not guessed.</summary>
    private static void Earlier(ref long field, Fen? given, Facts fact, int? ordinal, ref Facts known, ref Facts assumed)
    {
        if (given is { } amount)
        {
            field = amount.Value;
            known |= fact;
            return;
        }
        if (ordinal > 1)
            return;
        known |= fact;
        if (ordinal is null)
            assumed |= fact;
    }

    private static long[]? ReadApplications(Plan plan, AdmissionFacts facts)
    {
        if (facts.Applications.IsEmpty)
            return null;
        return [.. plan.Layers.Select(l => facts.Applications.TryGetValue(l.Key, out var amount) ? amount.Value : -1)];
    }
}
