using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>The canonical form of an entry (账目的标准写法): one line of JSON, members always in the same order, no white space, amounts in yuan as text. What is hashed, stored, exported and shown to the holder of a receipt are the same bytes. docs/decisions/0012</summary>
public static class EntryForm
{
    /// <summary>An entry's canonical form.</summary>
    public static byte[] Utf8(Entry entry)
    {
        var text = new StringBuilder(700);
        Member(text, "{\"village\":", entry.Village);
        text.Append(",\"number\":").Append(entry.Number);
        Member(text, ",\"previous\":", entry.Previous);
        Member(text, ",\"at\":", entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        Member(text, ",\"by\":", entry.Posting.By);
        Member(text, ",\"proof\":", entry.Proof);
        text.Append(",\"posting\":");
        Write(text, entry.Posting);
        return Encoding.UTF8.GetBytes(text.Append('}').ToString());
    }

    /// <summary>A posting's canonical form, without who entered it.</summary>
    public static byte[] Utf8(Posting posting)
    {
        var text = new StringBuilder(400);
        Write(text, posting);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads a canonical form; null where the bytes are not exactly what <see cref="Utf8(Entry)"/> writes.</summary>
    public static Entry? Read(ReadOnlyMemory<byte> canonical)
    {
        try
        {
            using var document = JsonDocument.Parse(canonical);
            var root = document.RootElement;
            var entry = new Entry(
                Text(root, "village"), root.GetProperty("number").GetInt64(), Text(root, "previous"),
                DateTimeOffset.ParseExact(Text(root, "at"), "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                Text(root, "proof"), Posting(root.GetProperty("posting"), Text(root, "by")));
            return Utf8(entry).AsSpan().SequenceEqual(canonical.Span) ? entry : null;
        }
        catch (Exception broken) when (broken is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or LedgerRefusedException or ArgumentException)
        {
            return null;
        }
    }

    private static void Write(StringBuilder text, Posting posting)
    {
        Member(text, "{\"key\":", posting.Key);
        Member(text, ",\"date\":", posting.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Member(text, ",\"kind\":", posting.Kind.Name());
        text.Append(",\"lines\":[");
        for (var i = 0; i < posting.Lines.Length; i++)
        {
            var line = posting.Lines[i];
            Member(text, i == 0 ? "{\"side\":" : ",{\"side\":", line.Side == Side.Debit ? "debit" : "credit");
            Member(text, ",\"account\":", line.Account.Name());
            Member(text, ",\"detail\":", line.Detail);
            Member(text, ",\"amount\":", line.Amount.ToString());
            text.Append('}');
        }

        text.Append("],\"about\":");
        var before = text.Length;
        foreach (var (name, value) in Said(posting.About))
            Member(text, $"{(text.Length == before ? '{' : ',')}\"{name}\":", value);
        text.Append(text.Length == before ? "{}}" : "}}");
    }

    /// <summary>In the order of the canonical form; new ones go last, so that older entries keep their hashes.</summary>
    private static IEnumerable<(string Name, string Value)> Said(About about) =>
        new (string Name, string? Value)[]
        {
            ("claim", about.Claim), ("revision", about.Revision?.ToString(CultureInfo.InvariantCulture)), ("person", about.Person),
            ("plan", about.Plan), ("year", about.Year?.ToString(CultureInfo.InvariantCulture)),
            ("payer", about.Payer), ("note", about.Note), ("reverses", about.Reverses),
        }.Where(member => member.Value is not null)!;

    private static Posting Posting(JsonElement json, string by)
    {
        var about = json.GetProperty("about");
        string? Optional(string name) => about.TryGetProperty(name, out var value) ? value.GetString() : null;
        int? Number(string name) => Optional(name) is { } digits ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
        return Ledger.Posting.Of(
            Text(json, "key"),
            DateOnly.ParseExact(Text(json, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            PostingKinds.TryRead(Text(json, "kind"), out var kind) ? kind : throw new FormatException(),
            new About
            {
                Claim = Optional("claim"),
                Revision = Number("revision"),
                Person = Optional("person"),
                Plan = Optional("plan"),
                Year = Number("year"),
                Payer = Optional("payer"),
                Note = Optional("note"),
                Reverses = Optional("reverses"),
            },
            json.GetProperty("lines").EnumerateArray().Select(Line).ToImmutableArray()) with
        { By = by };
    }

    private static Line Line(JsonElement json) => new(
        Text(json, "side") == "debit" ? Side.Debit : Side.Credit,
        Accounts.TryRead(Text(json, "account"), out var account) ? account : throw new FormatException(),
        Text(json, "detail"),
        Fen.Parse(Text(json, "amount")));

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException();

    /// <summary>As JSON.stringify writes a text that has no control characters.</summary>
    private static void Member(StringBuilder text, string name, string value)
    {
        text.Append(name).Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\');
            text.Append(c);
        }

        text.Append('"');
    }
}
