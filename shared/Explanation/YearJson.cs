using System.Text.Json;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Explanation;

/// <summary>A settled year as the HTTP interface writes it (全年结算的 JSON).</summary>
public static class YearJson
{
    /// <summary>Writes one object.</summary>
    /// <param name="names">By stay.</param>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<SettledPart> parts, IReadOnlyList<Names> names)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(names);
        json.WriteStartObject();
        json.WriteStartArray("settlements");
        foreach (var part in parts)
            Write(json, part, names[part.Stay]);
        json.WriteEndArray();
        var years = YearTotals.Of(parts);
        json.WriteStartArray("years");
        foreach (var year in years)
            Write(json, year);
        json.WriteEndArray();
        json.WriteString("explanation", string.Concat(YearWords.Sentences(years)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SettledPart part, Names names)
    {
        json.WriteStartObject();
        json.WriteNumber("stay", part.Stay);
        json.WriteString("from", part.From.ToString("yyyy-MM-dd"));
        json.WriteString("to", part.To.ToString("yyyy-MM-dd"));
        json.WriteBoolean("whole", part.Whole);
        json.WriteString("total", part.Facts.Stay.Total.ToString());
        Write(json, "yearBefore", part.Facts.YearToDate);
        json.WritePropertyName("result");
        ResultJson.Write(json, part.Result, part.Facts, names);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, YearTotals year)
    {
        json.WriteStartObject();
        json.WriteNumber("year", year.Year);
        json.WriteNumber("settlements", year.Settlements);
        json.WriteString("total", year.Total.ToString());
        json.WriteStartObject("paid");
        foreach (var (layer, amount) in year.Paid)
            json.WriteString(layer, amount?.ToString());
        json.WriteEndObject();
        json.WriteString("patientPays", year.PatientPays?.ToString());
        Write(json, "yearToDate", year.AtEnd);
        json.WriteEndObject();
    }

    /// <summary>What is not known is null.</summary>
    private static void Write(Utf8JsonWriter json, string name, YearToDate year)
    {
        json.WriteStartObject(name);
        foreach (var (field, amount) in new (string, Fen?)[]
        {
            ("basicPaid", year.BasicPaid), ("inScopeBorne", year.InScopeBorne), ("criticalPaid", year.CriticalPaid), ("assistancePaid", year.AssistancePaid),
            ("topupPaid", year.TopupPaid), ("mutualAidPaid", year.MutualAidPaid), ("deductibleTaken", year.DeductibleTaken),
        })
            json.WriteString(field, amount?.ToString());
        json.WriteEndObject();
    }
}
