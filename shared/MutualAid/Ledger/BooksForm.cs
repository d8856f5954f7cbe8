using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>Books as text (账簿的存储写法), for the head of a stored ledger. They can be worked out again from the entries at any time.</summary>
public static class BooksForm
{
    /// <summary>Everything but number and hash.</summary>
    public static string Write(Books books)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("closedThrough", books.ClosedThrough);
            writer.WriteStartArray("balances");
            foreach (var (slot, amount) in books.Balances.Of)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(slot.Account.Name());
                writer.WriteNumberValue(slot.Year);
                writer.WriteStringValue(slot.Detail);
                writer.WriteNumberValue(amount.Value);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("pots");
            foreach (var (purpose, pot) in books.Pots.Of)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(purpose);
                writer.WriteNumberValue(pot.Given.Value);
                writer.WriteNumberValue(pot.Used.Value);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("ahead");
            foreach (var (year, amount) in books.Ahead.Of)
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(year);
                writer.WriteNumberValue(amount.Value);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="Write"/> writes.</summary>
    /// <param name="whole">False where it was written before contributions for later years were kept apart: the entries must tell them.</param>
    public static Books Read(string village, long number, string hash, string text, out bool whole)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        var balances = root.GetProperty("balances").EnumerateArray().ToImmutableSortedDictionary(
            row => new Slot(Accounts.TryRead(row[0].GetString(), out var account) ? account : throw new FormatException("Not an account."), row[1].GetInt32(), row[2].GetString()!),
            row => new Fen(row[3].GetInt64()));
        var pots = root.GetProperty("pots").EnumerateArray().ToImmutableSortedDictionary(
            row => row[0].GetString()!, row => new Pot(new Fen(row[1].GetInt64()), new Fen(row[2].GetInt64())), StringComparer.Ordinal);
        whole = root.TryGetProperty("ahead", out var ahead);
        return new Books(village, number, hash, new Balances(balances), new Pots(pots), root.GetProperty("closedThrough").GetInt32())
        {
            Ahead = whole ? new(ahead.EnumerateArray().ToImmutableSortedDictionary(row => row[0].GetInt32(), row => new Fen(row[1].GetInt64()))) : PaidAhead.None,
        };
    }
}
