using Shouwang.Functions.Http;
using Shouwang.Functions.Security;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;

namespace Shouwang.Functions.Claims;

/// <summary>Takes claims in over HTTP whose facts are known: they are decided at once. Photos go into a folder first: <see cref="FolderDesk"/>.</summary>
internal sealed class ClaimIntake(ClaimRegister register)
{
    public async Task<(Claim Claim, bool Before)> FactsAsync(string village, JsonInput body, Actor by, CancellationToken stop)
    {
        var person = body.Object("person");
        var stay = new StayPapers
        {
            Name = person.Text("name", 40),
            IdNumber = person.OptionalText("idNumber", 18),
            Hospital = body.Text("hospital", 60),
            Admitted = body.Date("admitted"),
            Discharged = body.Date("discharged"),
            Diagnosis = body.Text("diagnosis", 300),
            Operation = body.OptionalText("operation", 300),
            Total = body.Amount("total"),
            InScope = body.OptionalAmount("inScope"),
            SelfFunded = body.OptionalAmount("selfFunded"),
            SelfPayFirst = body.OptionalAmount("selfPayFirst"),
            OverLimit = body.OptionalAmount("overLimit"),
            BasicPaid = body.OptionalAmount("basicPaid"),
            CriticalPaid = body.OptionalAmount("criticalPaid"),
            AssistancePaid = body.OptionalAmount("assistancePaid"),
            OtherPaid = body.OptionalAmount("otherPaid"),
            AccountPaid = body.OptionalAmount("accountPaid"),
            CashPaid = body.Amount("cashPaid"),
            SettlementNumber = body.Text("settlementNumber", 60),
            LowestConfidence = BasisPoints.Whole,
        };
        if (stay.Discharged < stay.Admitted)
            throw body.Fault("discharged", "dates-reversed", "出院日期早于入院日期，请核对");
        if (stay.InScope > stay.Total)
            throw body.Fault("inScope", "above-total", "政策范围内金额大于总费用，请核对");
        var paid = new[] { stay.BasicPaid, stay.CriticalPaid, stay.AssistancePaid, stay.OtherPaid, stay.AccountPaid, stay.CashPaid }.Aggregate(Fen.Zero, (sum, part) => sum + (part ?? Fen.Zero));
        if (paid > stay.Total)
            throw body.Fault("cashPaid", "above-total", "各项支付加起来大于总费用，请核对");
        if (ClaimDecision.Obstacles(stay, village[..6]) is [var obstacle, ..])
            throw new ProblemException(Problem.BadRequest("no-rules", obstacle, "discharged"));
        return await register.AddAsync(new ClaimBasis(village, "facts", stay, [], [], []), by, stop);
    }
}
