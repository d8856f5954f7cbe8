using System.Text.Json;
using Shouwang.Functions.Ledger;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Contributions;

/// <summary>A receipt (收款凭证): number, what was paid, and the private code with which its holder proves his entry on the board.</summary>
internal sealed record Receipt(Entry Entry, string Code, string? Name, bool Before)
{
    public void Write(Utf8JsonWriter writer)
    {
        var posting = Entry.Posting;
        var amount = posting.On(Account.Bank) + posting.On(Account.Cash);
        writer.WriteStartObject();
        writer.WriteString("number", $"{posting.Date.Year}-{Entry.Number:D6}");
        writer.WriteNumber("entry", Entry.Number);
        writer.WriteString("code", Code);
        writer.WriteString("date", posting.Date.ToString("yyyy-MM-dd"));
        writer.WriteString("amount", amount.ToString());
        writer.WriteString("inWords", CapitalNumeral.Write(amount));
        if ((Name ?? posting.About.Person) is { } shown)
            writer.WriteString("name", shown);
        if (posting.About.Year is { } year)
            writer.WriteNumber("year", year);
        if (posting.About.Payer is { } payer)
            writer.WriteString("payer", payer);
        writer.WriteBoolean("before", Before);
        writer.WriteEndObject();
    }
}
