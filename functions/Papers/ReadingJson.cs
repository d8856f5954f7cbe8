using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Functions.Papers;

/// <summary>A paper's reading as JSON: what <c>POST /api/readings</c> answers and what is kept beside the original.</summary>
internal static class ReadingJson
{
    /// <summary>Kebab-case name of a paper kind: "settlement-sheet".</summary>
    public static string Name(PaperKind kind) => kind switch
    {
        PaperKind.InpatientBill => "inpatient-bill",
        PaperKind.SettlementSheet => "settlement-sheet",
        PaperKind.FeeList => "fee-list",
        PaperKind.DischargeRecord => "discharge-record",
        PaperKind.OutpatientBill => "outpatient-bill",
        PaperKind.IdentityCard => "identity-card",
        PaperKind.VolunteerCard => "volunteer-card",
        PaperKind.Other => "other",
    };

    /// <summary>The kind of that name; null where there is none.</summary>
    public static PaperKind? Kind(string name) => Enum.GetValues<PaperKind>().Cast<PaperKind?>().FirstOrDefault(kind => Name(kind!.Value) == name);

    public static byte[] Utf8(PaperReading reading) => JsonText.Utf8(writer => Write(writer, reading));

    public static void Write(Utf8JsonWriter writer, PaperReading reading)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Name(reading.Kind));
        Confidence(writer, "confidence", reading.Confidence);
        writer.WriteStartObject("fields");
        foreach (var (name, field) in reading.Fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            writer.WriteStartObject(name);
            writer.WriteString("value", field.Value);
            Confidence(writer, "confidence", field.Confidence);
            writer.WriteString("source", field.Source switch { FieldSource.Read => "read", FieldSource.Repaired => "repaired", FieldSource.Derived => "derived" });
            Optional(writer, "provedBy", field.ProvedBy);
            if (field.Page > 1)
                writer.WriteNumber("page", field.Page);
            if (field.Where is { } where)
                Corners(writer, where);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("rows");
        foreach (var row in reading.Rows)
            Row(writer, row);
        writer.WriteEndArray();
        writer.WriteStartArray("checks");
        foreach (var check in reading.Checks)
        {
            writer.WriteStartObject();
            writer.WriteString("code", check.Code);
            writer.WriteBoolean("passed", check.Passed);
            if (check.Detail is not null)
                writer.WriteString("detail", check.Detail);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("quality");
        writer.WriteBoolean("readable", reading.Quality.Readable);
        writer.WriteString("advice", reading.Quality.Advice);
        writer.WriteEndObject();
        if (reading.Others.Count > 0)
        {
            writer.WriteStartArray("others");
            foreach (var other in reading.Others)
                Write(writer, other);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads back what <see cref="Write"/> wrote.</summary>
    public static PaperReading Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return Reading(document.RootElement);
    }

    static PaperReading Reading(JsonElement root) =>
        new(
            Kind(root.GetProperty("kind").GetString()!) ?? PaperKind.Other,
            Confidence(root),
            root.GetProperty("fields").EnumerateObject().ToImmutableSortedDictionary(property => property.Name, property => Field(property.Value), StringComparer.Ordinal),
            [.. root.GetProperty("rows").EnumerateArray().Select(Row)],
            [.. root.GetProperty("checks").EnumerateArray().Select(check => new PaperCheck(check.GetProperty("code").GetString()!, check.GetProperty("passed").GetBoolean(), Text(check, "detail")))],
            new PictureQuality(root.GetProperty("quality").GetProperty("readable").GetBoolean(), Text(root.GetProperty("quality"), "advice")))
        {
            Others = root.TryGetProperty("others", out var others) ? [.. others.EnumerateArray().Select(Reading)] : [],
        };

    static FieldReading Field(JsonElement field) => new(
        field.GetProperty("value").GetString()!,
        Confidence(field),
        field.TryGetProperty("where", out var where) ? Corners(where) : null,
        Text(field, "source") switch { "repaired" => FieldSource.Repaired, "derived" => FieldSource.Derived, _ => FieldSource.Read })
    {
        ProvedBy = Text(field, "provedBy"),
        Page = field.TryGetProperty("page", out var page) ? page.GetInt32() : 1, // what was kept before pages were told has none
    };

    static FeeRow Row(JsonElement row) => new(
        Text(row, "code"), row.GetProperty("name").GetString()!, Text(row, "class"), Text(row, "quantity"),
        Text(row, "unitPrice") is { } price ? UnitPrice.Parse(price) : null, Fen.Parse(row.GetProperty("amount").GetString()!), Confidence(row))
    {
        Date = Text(row, "date") is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd") : null,
        Source = Text(row, "source") == "repaired" ? FieldSource.Repaired : FieldSource.Read,
        SelfShare = row.TryGetProperty("selfShare", out var share) ? new BasisPoints((int)(share.GetDecimal() * 10_000m)) : null,
        SelfPaid = Text(row, "selfPaid") is { } paid ? Fen.Parse(paid) : null,
        NameAsRead = Text(row, "nameAsRead"),
    };

    static void Row(Utf8JsonWriter writer, FeeRow row)
    {
        writer.WriteStartObject();
        Optional(writer, "code", row.Code);
        writer.WriteString("name", row.Name);
        Optional(writer, "nameAsRead", row.NameAsRead);
        Optional(writer, "class", row.Class);
        Optional(writer, "quantity", row.Quantity);
        Optional(writer, "unitPrice", row.UnitPrice?.ToString());
        writer.WriteString("amount", row.Amount.ToString());
        if (row.Source == FieldSource.Repaired)
            writer.WriteString("source", "repaired");
        Optional(writer, "date", row.Date?.ToString("yyyy-MM-dd"));
        if (row.SelfShare is { } share)
            Confidence(writer, "selfShare", share);
        Optional(writer, "selfPaid", row.SelfPaid?.ToString());
        Confidence(writer, "confidence", row.Confidence);
        writer.WriteEndObject();
    }

    static void Corners(Utf8JsonWriter writer, Quad q)
    {
        writer.WriteStartArray("where");
        foreach (var pixel in (ReadOnlySpan<int>)[q.X0, q.Y0, q.X1, q.Y1, q.X2, q.Y2, q.X3, q.Y3])
            writer.WriteNumberValue(pixel);
        writer.WriteEndArray();
    }

    static Quad Corners(JsonElement corners) =>
        new(corners[0].GetInt32(), corners[1].GetInt32(), corners[2].GetInt32(), corners[3].GetInt32(), corners[4].GetInt32(), corners[5].GetInt32(), corners[6].GetInt32(), corners[7].GetInt32());

    static void Confidence(Utf8JsonWriter writer, string name, BasisPoints confidence) => writer.WriteNumber(name, confidence.Value / 10_000m);

    static BasisPoints Confidence(JsonElement owner) => new((int)(owner.GetProperty("confidence").GetDecimal() * 10_000m));

    static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value.GetString() : null;
}
