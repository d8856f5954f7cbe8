using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouwang.Shared.Explanation;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>Everything a result rests on, in one piece of JSON (核算存档): rules, facts and the result, so that it can be worked out again in ten years.</summary>
public static class AdjudicationRecord
{
    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Properties that hold sentences.</summary>
    private static readonly string[] Words = ["explanation", "counterfactual", "findings", "chinese"];

    /// <summary>Adjudicates and keeps what is needed to do it again.</summary>
    public static byte[] Make(PolicySnapshot snapshot, AdmissionFacts facts, Names? names = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return Utf8(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("policy");
            json.WriteRawValue(snapshot.CanonicalBytes.Span);
            json.WritePropertyName("facts");
            FactsJson.Write(json, facts);
            if (names?.Disease is not null)
                json.WriteString("disease", names.Disease);
            json.WritePropertyName("result");
            json.WriteRawValue(Result(snapshot, facts, names));
            json.WriteEndObject();
        });
    }

    /// <summary>Works the result out again from the kept rules and facts alone.</summary>
    public static Replayed Replay(ReadOnlyMemory<byte> record)
    {
        using var document = JsonDocument.Parse(record);
        var root = document.RootElement;
        var snapshot = PolicySnapshot.FromCanonical(Encoding.UTF8.GetBytes(root.GetProperty("policy").GetRawText()));
        var names = new Names(root.TryGetProperty("disease", out var disease) ? disease.GetString() : null);
        var now = Encoding.UTF8.GetString(Result(snapshot, FactsJson.Read(root.GetProperty("facts")), names));
        var kept = root.GetProperty("result").GetRawText();
        var verdict = now == kept ? ReplayVerdict.Same : WithoutWords(now) == WithoutWords(kept) ? ReplayVerdict.SameInOtherWords : ReplayVerdict.Different;
        return new Replayed(snapshot.Hash, verdict, kept, now);
    }

    /// <summary>What is told to people is rendered from the trace and may be told better in ten years; amounts, outcomes and every step of the trace may not change.</summary>
    private static string WithoutWords(string result)
    {
        var whole = JsonNode.Parse(result)!;
        Strip(whole);
        return whole.ToJsonString();
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject record)
        {
            foreach (var words in Words)
                record.Remove(words);
            foreach (var (_, value) in record)
                Strip(value);
        }
        else if (node is JsonArray list)
        {
            foreach (var value in list)
                Strip(value);
        }
    }

    private static byte[] Result(PolicySnapshot snapshot, AdmissionFacts facts, Names? names) =>
        Utf8(json => ResultJson.Write(json, Adjudicator.Adjudicate(snapshot, facts), facts, names));

    private static byte[] Utf8(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Canonical))
            write(json);
        return buffer.WrittenSpan.ToArray();
    }
}

/// <summary>An old result worked out again (重算结果).</summary>
/// <param name="Kept">The result as it was kept.</param>
/// <param name="Now">The result as it comes out now.</param>
public sealed record Replayed(string PolicyHash, ReplayVerdict Verdict, string Kept, string Now);

/// <summary>How a result that was worked out again compares with the kept one (重算比对).</summary>
public enum ReplayVerdict
{
    /// <summary>To the byte.</summary>
    Same,

    /// <summary>Every amount, outcome and step of the trace to the byte; only sentences for people are put differently today.</summary>
    SameInOtherWords,

    /// <summary>Something that counts came out differently.</summary>
    Different,
}
