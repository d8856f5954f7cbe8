using Shouwang.Shared.Money;

namespace Shouwang.Shared.Adjudication;

/// <summary>The running totals of one person's year (年度累计). What an unsettled stay leaves open stays unknown; it never counts as nothing.</summary>
/// <param name="paidBefore">The stay that reaches into this year has had something paid already in the year before.</param>
internal sealed class YearSoFar(bool paidBefore = false)
{
    private readonly Dictionary<string, int> atLevel = new(StringComparer.Ordinal);
    private int stays;
    private Fen? chain = Fen.Zero;

    private YearToDate year = new()
    {
        BasicPaid = Fen.Zero,
        InScopeBorne = Fen.Zero,
        CriticalPaid = Fen.Zero,
        AssistancePaid = Fen.Zero,
        TopupPaid = Fen.Zero,
        MutualAidPaid = Fen.Zero,
        DeductibleTaken = Fen.Zero,
    };

    /// <summary>The settlement before this one paid something.</summary>
    public bool LastPaid { get; private set; } = paidBefore;

    public AdmissionFacts Complete(AdmissionFacts facts)
    {
        // Moved within the time the place allows: one stay, whose deductible is not taken twice where the first hospital's settlement paid anything.
        var goesOn = facts.Stay.ContinuesPrevious == true;
        var stay = facts.Stay;
        var given = facts.YearToDate;
        return facts with
        {
            Stay = stay with
            {
                OrdinalInYear = stay.OrdinalInYear ?? Math.Max(stays + (goesOn ? 0 : 1), 1),
                OrdinalAtLevel = stay.OrdinalAtLevel ?? atLevel.GetValueOrDefault(stay.HospitalLevel ?? "") + 1,
                DeductibleWaived = stay.DeductibleWaived || (goesOn && LastPaid),
                ChainDeductible = stay.ChainDeductible ?? (stays > 0 ? chain : null),
            },
            YearToDate = new YearToDate
            {
                BasicPaid = given.BasicPaid ?? year.BasicPaid,
                InScopeBorne = given.InScopeBorne ?? year.InScopeBorne,
                CriticalPaid = given.CriticalPaid ?? year.CriticalPaid,
                AssistancePaid = given.AssistancePaid ?? year.AssistancePaid,
                TopupPaid = given.TopupPaid ?? year.TopupPaid,
                MutualAidPaid = given.MutualAidPaid ?? year.MutualAidPaid,
                DeductibleTaken = given.DeductibleTaken ?? year.DeductibleTaken,
                Given = given.Given.IsEmpty ? year.Given : given.Given,
            },
        };
    }

    /// <param name="facts">As <see cref="Complete"/> gave them.</param>
    public void Take(AdmissionFacts facts, AdjudicationResult result)
    {
        var stay = facts.Stay;
        stays = stay.OrdinalInYear ?? stays + 1;
        var level = stay.HospitalLevel ?? "";
        atLevel[level] = atLevel.GetValueOrDefault(level) + 1;
        var used = YearShare.Of(facts, result);
        LastPaid = used.BasicPaid > Fen.Zero;
        year = YearShare.Sum(facts.YearToDate, used);
        chain = (stay.Transfer == "none" ? Fen.Zero : stay.ChainDeductible) + used.DeductibleTaken;
    }

    /// <summary>The whole of a cut stay, as its last part left the year.</summary>
    public AdmissionFacts CompleteWhole(AdmissionFacts facts) => facts with
    {
        Stay = facts.Stay with { OrdinalInYear = Math.Max(stays, 1) },
        YearToDate = year with { MutualAidPaid = facts.YearToDate.MutualAidPaid ?? year.MutualAidPaid },
    };

    /// <summary>Only what the whole of a cut stay has of its own; its parts have been taken.</summary>
    public void TakeWhole(AdjudicationResult result) => year = year with { MutualAidPaid = year.MutualAidPaid + YearShare.Paid(result, "mutual-aid") };
}
