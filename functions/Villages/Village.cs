using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;

namespace Shouwang.Functions.Villages;

/// <summary>A village association as this instance knows it (村互助会).</summary>
/// <param name="Code">Twelve-digit village code.</param>
/// <param name="Place">Six-digit place code whose rules apply.</param>
/// <param name="Plan">The plan as it was put in, before the catalogue is applied.</param>
internal sealed record Village(string Code, string Name, string Place, Officer Officer, PlanInput Plan)
{
    public static Village Read(string code, JsonInput body)
    {
        if (code.Length != 12 || !code.All(char.IsAsciiDigit))
            throw new ProblemException(Problem.BadRequest("village-code", "村代码要填 12 位数字。", "village"));
        var place = body.OptionalText("place", 6) ?? code[..6];
        return place.Length == 6 && place.All(char.IsAsciiDigit)
            ? new Village(code, body.Text("name", 60), place, Officer.Read(body.Object("officer")), PlanInput.Read(body.Object("plan")))
            : throw body.Fault("place", "place-code", "要填 6 位行政区划代码");
    }

    /// <summary>The plan over the whole catalogue, where it is in force on the day.</summary>
    public VillagePlan? PlanOn(DateOnly day) => Plan.From <= day && day <= Plan.To ? Plan.Over(Code, DiseaseCatalogue.Default.Entries) : null;

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("village", Code);
        writer.WriteString("name", Name);
        writer.WriteString("place", Place);
        writer.WriteStartObject("officer");
        writer.WriteString("name", Officer.Name);
        writer.WriteString("phone", Officer.Phone);
        writer.WriteEndObject();
        writer.WritePropertyName("plan");
        Plan.Write(writer);
        writer.WriteEndObject();
    }
}

/// <summary>The village officer people turn to (村管理员).</summary>
internal sealed record Officer(string Name, string Phone)
{
    public static Officer Read(JsonInput body) => new(body.Text("name", 20), body.Text("phone", 20));
}

/// <summary>A plan as an officer writes it: sums for some diseases, one sum for the other minor ones and one for the other serious ones.</summary>
internal sealed record PlanInput(
    string Version, DateOnly From, DateOnly To, Fen EntryLine, Fen? YearlyCap, Fen OtherMinor, Fen OtherSerious, ImmutableSortedDictionary<string, Fen> Sums, string Resolution)
{
    public static PlanInput Read(JsonInput body)
    {
        var plan = new PlanInput(
            body.Text("version", 40), body.Date("from"), body.Date("to"), body.Amount("entryLine"), body.OptionalAmount("yearlyCap"),
            body.Amount("otherMinor"), body.Amount("otherSerious"),
            body.Names("sums").ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Owner.Amount(entry.Name), StringComparer.Ordinal),
            body.Text("resolution", 200));
        return plan.To < plan.From ? throw body.Fault("to", "dates-reversed", "结束日期早于开始日期，请核对") : plan;
    }

    /// <summary>The plan over the whole catalogue.</summary>
    /// <exception cref="ProblemException">A sum names a disease that the catalogue does not have.</exception>
    public VillagePlan Over(string village, IReadOnlyCollection<DiseaseEntry> catalogue)
    {
        var known = catalogue.ToDictionary(entry => entry.Code, StringComparer.Ordinal);
        if (Sums.Keys.FirstOrDefault(code => !known.ContainsKey(code)) is { } unknown)
            throw new ProblemException(Problem.BadRequest("disease-unknown", $"病种目录里没有 {unknown}，请改成目录里的代码。", $"plan.sums.{unknown}"));
        var sums = catalogue.ToImmutableSortedDictionary(
            entry => entry.Code, entry => Sums.TryGetValue(entry.Code, out var sum) ? sum : entry.Serious ? OtherSerious : OtherMinor, StringComparer.Ordinal);
        return new VillagePlan(village, Version, From, To, EntryLine, YearlyCap, sums, Resolution);
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("version", Version);
        writer.WriteString("from", From.ToString("yyyy-MM-dd"));
        writer.WriteString("to", To.ToString("yyyy-MM-dd"));
        writer.WriteString("entryLine", EntryLine.ToString());
        if (YearlyCap is { } cap)
            writer.WriteString("yearlyCap", cap.ToString());
        writer.WriteString("otherMinor", OtherMinor.ToString());
        writer.WriteString("otherSerious", OtherSerious.ToString());
        writer.WriteStartObject("sums");
        foreach (var (code, sum) in Sums)
            writer.WriteString(code, sum.ToString());
        writer.WriteEndObject();
        writer.WriteString("resolution", Resolution);
        writer.WriteEndObject();
    }
}
