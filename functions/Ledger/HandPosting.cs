using Shouwang.Functions.Http;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Ledger;

/// <summary>Reads what an officer enters by hand (手工记账).</summary>
internal static class HandPosting
{
    /// <exception cref="ProblemException">A field is wrong; the problem names it.</exception>
    public static Posting Read(JsonInput body, DateOnly today)
    {
        var (kind, amount, date) = (body.Text("kind", 20), body.Amount("amount"), body.OptionalDate("date") ?? today);
        if (date > today)
            throw body.Fault("date", "date-future", "日期还没有到，请核对");
        return Refusals.Tried(() => kind switch
        {
            "opening" => ContributionPostings.Opening(amount, date, Purse(body)),
            "interest" => ContributionPostings.Interest(Reference(body), amount, date),
            "deposit" => ContributionPostings.Deposit(Reference(body), amount, date),
            "withdrawal" => ContributionPostings.Withdrawal(Reference(body), amount, date),
            "fee-paid" => AidPostings.FeePaid(date.Year, date.Month, amount, date),
            _ => throw body.Fault("kind", "kind-unknown", "要填 opening（期初结余）、interest（利息）、deposit（存现）、withdrawal（取现）或 fee-paid（付运行维护费）"),
        });
    }

    /// <summary>Bank, unless the body says cash.</summary>
    public static Account Purse(JsonInput body, string name = "to") => body.OptionalText(name, 10) switch
    {
        null or "bank" => Account.Bank,
        "cash" => Account.Cash,
        _ => throw body.Fault(name, "purse-unknown", "要填 bank（银行专户）或 cash（现金）"),
    };

    /// <summary>A voucher's number, which tells one payment from another and makes sending it twice harmless.</summary>
    public static string Reference(JsonInput body)
    {
        var reference = body.Text("reference", 60).ToLowerInvariant();
        return reference.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')
            ? reference
            : throw body.Fault("reference", "reference-malformed", "凭证号只能用字母、数字、横线和点");
    }
}
