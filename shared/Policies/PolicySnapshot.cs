using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.MutualAid;

namespace Shouwang.Shared.Policies;

/// <summary>The rules of one place on one day (政策快照): immutable, with canonical bytes and their hash, by which an old result is replayed.</summary>
public sealed class PolicySnapshot
{
    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] bytes;
    private readonly Lazy<Plan> plan;

    private PolicySnapshot(
        string place,
        string placeName,
        string verified,
        ImmutableSortedDictionary<string, string> layersVerified,
        string? gaps,
        ImmutableArray<Status> statuses,
        ImmutableArray<Figure> figures,
        VillagePlan? village)
    {
        Place = place;
        PlaceName = placeName;
        Verified = verified;
        LayersVerified = layersVerified;
        Gaps = gaps;
        Statuses = statuses;
        Figures = figures;
        Village = village;
        bytes = Write();
        Hash = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
        plan = new Lazy<Plan>(() => PlanReader.Read(this));
    }

    /// <summary>The lowest place on file whose rules these are.</summary>
    public string Place { get; }

    /// <summary>Its Chinese name.</summary>
    public string PlaceName { get; }

    /// <summary>primary, secondary or template.</summary>
    public string Verified { get; }

    /// <summary>The same for a benefit that differs from the place.</summary>
    public ImmutableSortedDictionary<string, string> LayersVerified { get; }

    /// <summary>What is known not to be on file for the place, in Chinese (未收录的内容); null for nothing known.</summary>
    public string? Gaps { get; }

    /// <summary>Every status a rule may name.</summary>
    public ImmutableArray<Status> Statuses { get; }

    /// <summary>The governing figures, by path.</summary>
    public ImmutableArray<Figure> Figures { get; }

    /// <summary>The village's own plan, where one was added.</summary>
    public VillagePlan? Village { get; }

    /// <summary>"sha256:…" of <see cref="CanonicalBytes"/>.</summary>
    public string Hash { get; }

    /// <summary>The rules as canonical JSON: sorted, without spaces, UTF-8.</summary>
    public ReadOnlyMemory<byte> CanonicalBytes => bytes;

    internal Plan Plan => plan.Value;

    /// <summary>The same rules with a village's plan for the mutual-aid layer.</summary>
    public PolicySnapshot With(VillagePlan plan) =>
        new(Place, PlaceName, Verified, LayersVerified, Gaps, Statuses, Figures, plan);

    /// <summary>The same rules with one figure replaced: for what-if questions, never for a claim.</summary>
    public PolicySnapshot With(Figure figure) =>
        new(Place, PlaceName, "template", LayersVerified, Gaps, Statuses, [.. Figures.RemoveAll(f => f.Path == figure.Path).Add(figure).OrderBy(f => f.Path, StringComparer.Ordinal)], Village);

    /// <summary>Reads what <see cref="CanonicalBytes"/> wrote; the result has the same hash.</summary>
    public static PolicySnapshot FromCanonical(ReadOnlyMemory<byte> canonical)
    {
        using var document = JsonDocument.Parse(canonical);
        var root = document.RootElement;
        return new PolicySnapshot(
            root.GetProperty("place").GetString()!,
            root.GetProperty("name").GetString()!,
            root.GetProperty("verified").GetString()!,
            FigureJson.ReadVerified(root),
            FigureJson.Text(root, "gaps"),
            FigureJson.ReadStatuses(root.GetProperty("statuses")),
            [.. root.GetProperty("figures").EnumerateArray().Select(f => FigureJson.Read(f))],
            root.TryGetProperty("village", out var village) ? VillagePlanJson.Read(village) : null);
    }

    internal static PolicySnapshot Of(PlaceOnFile place, ImmutableArray<Status> statuses, IEnumerable<Figure> figures) =>
        new(
            place.Code,
            place.Name,
            place.Verified,
            place.LayersVerified.ToImmutableSortedDictionary(StringComparer.Ordinal),
            place.Gaps,
            statuses,
            [.. figures.OrderBy(f => f.Path, StringComparer.Ordinal)],
            village: null);

    private byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Canonical))
        {
            json.WriteStartObject();
            json.WriteString("place", Place);
            json.WriteString("name", PlaceName);
            json.WriteString("verified", Verified);
            json.WriteStartObject("layersVerified");
            foreach (var (layer, verified) in LayersVerified)
                json.WriteString(layer, verified);
            json.WriteEndObject();
            if (Gaps is not null)
                json.WriteString("gaps", Gaps);
            json.WriteStartArray("statuses");
            foreach (var status in Statuses)
            {
                json.WriteStartObject();
                json.WriteString("name", status.Name);
                json.WriteString("chinese", status.Chinese);
                if (status.UnderAge is { } age)
                    json.WriteNumber("underAge", age);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("figures");
            foreach (var figure in Figures)
                FigureJson.Write(json, figure);
            json.WriteEndArray();
            if (Village is not null)
            {
                json.WritePropertyName("village");
                VillagePlanJson.Write(json, Village);
            }
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }
}
