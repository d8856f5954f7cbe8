using System.Text.Json;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Ledger;

/// <summary>How the ledger is shown to staff.</summary>
internal static class LedgerJson
{
    /// <param name="year">In which money may be promised now.</param>
    public static void Write(Utf8JsonWriter writer, Books books, LedgerTerms terms, int year)
    {
        writer.WriteStartObject();
        writer.WriteString("village", books.Village);
        writer.WriteNumber("entries", books.Number);
        writer.WriteString("hash", books.Hash);
        if (books.ClosedThrough > 0)
            writer.WriteNumber("closedThrough", books.ClosedThrough);
        writer.WriteString("money", books.Money.ToString());
        writer.WriteString("free", books.Free(terms.Fee, year).ToString());
        if (books.Ahead.Beyond(year) is { Value: > 0 } ahead)
            writer.WriteString("ahead", ahead.ToString());
        writer.WriteStartArray("accounts");
        foreach (var (account, debit, credit) in books.Balances.Trial())
        {
            writer.WriteStartObject();
            writer.WriteString("account", account.Name());
            writer.WriteString("name", account.Chinese());
            writer.WriteString("debit", debit.ToString());
            writer.WriteString("credit", credit.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("balances");
        foreach (var (slot, amount) in books.Balances.Of)
        {
            writer.WriteStartObject();
            writer.WriteString("account", slot.Account.Name());
            if (slot.Year > 0)
                writer.WriteNumber("year", slot.Year);
            writer.WriteString("detail", slot.Detail);
            writer.WriteString("debit", amount.OrZero.ToString());
            writer.WriteString("credit", (-amount).OrZero.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <param name="before">It was there already: asked again, nothing is entered twice.</param>
    public static void Write(Utf8JsonWriter writer, Entry entry, bool before = false)
    {
        writer.WriteStartObject();
        if (before)
            writer.WriteBoolean("before", before);
        writer.WriteString("hash", entry.Hash);
        writer.WritePropertyName("entry");
        writer.WriteRawValue(EntryForm.Utf8(entry));
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, ChainCheck check)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("intact", check.Faults.IsEmpty);
        writer.WriteNumber("entries", check.Seen);
        writer.WriteStartArray("faults");
        foreach (var fault in check.Faults)
        {
            writer.WriteStartObject();
            writer.WriteNumber("entry", fault.Number);
            writer.WriteString("code", fault.Code);
            writer.WriteString("detail", fault.Detail);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
