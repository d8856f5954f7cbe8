using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Villages;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Functions.Associations;

/// <summary>A step of the association (程序记录) as a caller gives it, as it is stored and as it is shown.</summary>
internal static class StepJson
{
    static readonly FrozenDictionary<string, Step> Steps = Enum.GetValues<Step>().ToFrozenDictionary(AssociationWords.Key);

    /// <summary>What a caller says of a step; the round, the plan's hash and whether the votes suffice are not his to say.</summary>
    public static RecordedStep Read(JsonInput body, Charter charter, string by, DateTimeOffset now)
    {
        var step = body.OptionalWord("step", Steps) ?? throw body.Fault("step", "missing", $"要填是哪一步：{string.Join("、", Enum.GetValues<Step>().Select(AssociationWords.Key))}");
        return new RecordedStep(
            0, step, body.Date("date"), Public(body, "place", 60), Public(body, "text", 2000),
            step == Step.Proposal ? new Subject(body.OptionalText("plan", 40), null, body.Has("charter") ? CharterJson.Read(body.Object("charter"), charter) : null) : null,
            body.OptionalNumber("count", 0, 1_000_000),
            step == Step.Resolution && body.Has("votes") ? ReadVotes(body.Object("votes")) : null,
            null, body.OptionalText("scan", 64), by, now);
    }

    public static void Write(Utf8JsonWriter writer, RecordedStep step)
    {
        writer.WriteStartObject();
        writer.WriteNumber("round", step.Round);
        writer.WriteString("step", AssociationWords.Key(step.Step));
        writer.WriteString("name", AssociationWords.Name(step.Step));
        writer.WriteString("date", step.Date.ToString("yyyy-MM-dd"));
        writer.WriteString("place", step.Place);
        writer.WriteString("text", step.Text);
        if (step.Subject is { } subject)
        {
            writer.WriteStartObject("subject");
            if (subject.Plan is not null)
            {
                writer.WriteString("plan", subject.Plan);
                writer.WriteString("planHash", subject.PlanHash);
            }

            if (subject.Charter is not null)
            {
                writer.WritePropertyName("charter");
                CharterJson.Write(writer, subject.Charter);
            }

            if (subject is { Charter: { } after, Before: { } before })
            {
                writer.WritePropertyName("charterBefore");
                CharterJson.Write(writer, before);
                writer.WriteStartArray("changes");
                foreach (var (was, will) in CharterWords.Changes(before, after))
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", was.Name);
                    writer.WriteString("before", was.Text);
                    writer.WriteString("after", will.Text);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        if (step.Count is { } count)
            writer.WriteNumber("count", count);
        if (step.Votes is { } votes)
        {
            writer.WriteStartObject("votes");
            writer.WriteNumber("eligible", votes.Eligible);
            writer.WriteNumber("present", votes.Present);
            writer.WriteNumber("for", votes.For);
            writer.WriteNumber("against", votes.Against);
            writer.WriteNumber("abstained", votes.Abstained);
            writer.WriteEndObject();
        }

        if (step.Adopted is { } adopted)
            writer.WriteBoolean("adopted", adopted);
        if (step.Scan is not null)
            writer.WriteString("scan", step.Scan);
        writer.WriteString("by", step.By);
        writer.WriteString("recordedAt", step.RecordedAt);
        writer.WriteEndObject();
    }

    /// <summary>A step as <see cref="Write"/> stored it.</summary>
    public static RecordedStep ReadStored(JsonInput row)
    {
        var subject = row.Has("subject") ? row.Object("subject") : (JsonInput?)null;
        return new RecordedStep(
            row.Number("round", 1, int.MaxValue), Steps[row.Text("step")], row.Date("date"), Raw(row, "place"), Raw(row, "text"),
            subject is { } about
                ? new Subject(about.OptionalText("plan"), about.OptionalText("planHash"), about.Has("charter") ? CharterJson.Read(about.Object("charter"), Charter.Default) : null)
                {
                    Before = about.Has("charterBefore") ? CharterJson.Read(about.Object("charterBefore"), Charter.Default) : null,
                }
                : null,
            row.OptionalNumber("count", 0, int.MaxValue),
            row.Has("votes") ? ReadVotes(row.Object("votes")) : null,
            row.OptionalFlag("adopted"), row.OptionalText("scan"), row.Text("by"),
            DateTimeOffset.Parse(row.Text("recordedAt"), CultureInfo.InvariantCulture));
    }

    /// <summary>A text that will hang out for everybody and so may name nobody's number.</summary>
    static string Public(JsonInput body, string name, int most)
    {
        var text = body.OptionalText(name, most) ?? "";
        return PersonalData.Find(text) is not { } found ? text
            : throw body.Fault(name, "personal-data", $"写了{found}。议事记录要公开给所有人看，请去掉号码再记");
    }

    static string Raw(JsonInput row, string name) => row.Element.GetProperty(name).GetString()!;

    static Votes ReadVotes(JsonInput votes) => new(Count("eligible", votes), Count("present", votes), Count("for", votes), Count("against", votes), Count("abstained", votes));

    static int Count(string name, JsonInput votes) => votes.Number(name, 0, 1_000_000);
}
