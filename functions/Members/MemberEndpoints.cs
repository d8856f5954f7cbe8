using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Shouwang.Functions.Http;
using Shouwang.Functions.Security;
using Shouwang.Functions.Sheets;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Bills;
using Shouwang.Shared.MutualAid.Roster;

namespace Shouwang.Functions.Members;

/// <summary>The roster over HTTP (名册): who is in it, joining and leaving, and bringing it in from a file.</summary>
internal static class MemberEndpoints
{
    const string Route = "/api/villages/{village}/members";
    const int Usual = 100;
    const int Most = 1000;

    public static void MapMembers(this IEndpointRouteBuilder app)
    {
        app.MapGet(Route, ListAsync).Allow(Role.Officer, Role.Checker);
        app.MapPost(Route, JoinAsync).Allow(Role.Officer);
        app.MapPost(Route + "/search", SearchAsync).Allow(Role.Officer, Role.Checker);
        app.MapGet(Route + "/population", PopulationAsync).Allow(Role.Officer, Role.Checker);
        app.MapPost(Route + "/import", ImportAsync).Allow(Role.Officer).WithMetadata(SheetFile.Limit);
        app.MapPost(Route + "/{member}/leave", LeaveAsync).Allow(Role.Officer);
    }

    /// <summary>In order of their ids, page by page. Query: on (members on that day only), size, after.</summary>
    static async Task<IResult> ListAsync(string village, HttpRequest request, VillageStore villages, MemberStore members, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        var on = Day(request.Query["on"]);
        var size = request.Query["size"] is [{ } text] && int.TryParse(text, out var asked) ? Math.Clamp(asked, 1, Most) : Usual;
        var after = request.Query["after"] is [{ } from] ? from : "";
        var page = new List<Member>();
        var count = 0;
        foreach (var member in await members.AllAsync(village, stop))
        {
            if (on is { } day && !member.On(day))
                continue;
            count++;
            if (page.Count <= size && string.CompareOrdinal(member.Id, after) > 0)
                page.Add(member);
        }

        return Shown(page.Take(size), count, page.Count > size ? page[size - 1].Id : null);
    }

    /// <summary>By name, which stands in the body and in no address.</summary>
    static async Task<IResult> SearchAsync(string village, HttpRequest request, MemberStore members, CancellationToken stop)
    {
        var found = await members.NamedAsync(village, (await JsonInput.ReadAsync(request, stop)).Text("name", 40), stop);
        return Shown(found, found.Count, next: null);
    }

    static async Task<IResult> PopulationAsync(string village, HttpRequest request, VillageStore villages, MemberStore members, TimeProvider clock, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        var groups = await members.PopulationAsync(village, Day(request.Query["on"]) ?? clock.Today(), stop);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("count", groups.Sum(group => group.Count));
            writer.WriteStartArray("groups");
            foreach (var group in groups)
            {
                writer.WriteStartObject();
                writer.WriteNumber("age", group.Age);
                writer.WriteString("sex", group.Sex);
                writer.WriteNumber("count", group.Count);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>One person joins, a newborn among them; read by the same rules as a row of a file.</summary>
    static async Task<IResult> JoinAsync(string village, HttpRequest request, VillageStore villages, RosterImport import, MemberStore members, Keys keys, TimeProvider clock, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(request, stop);
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        string[] row = [body.Text("name", 40), body.Text("idNumber", 18), body.Date("joined").ToString("yyyy-MM-dd"), body.OptionalText("household", 40) ?? "", body.OptionalText("relation", 20) ?? ""];
        var reading = RosterReader.Read([["姓名", "身份证号", "入会日期", "户号", "与户主关系"], row], null, clock.Today());
        if (reading.Faults is [var fault, ..])
            throw new ProblemException(Problem.BadRequest(fault.Code, fault.Detail.Replace("第 2 行", "这位会员", StringComparison.Ordinal)));
        var result = await import.RunAsync(village, reading, apply: true, stop);
        var member = await members.FindAsync(village, keys.Pseudonym(reading.Entries[0].IdNumber), stop);
        return JsonText.Answer(
            writer =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName("member");
                Write(writer, member!);
                SheetFaults.Write(writer, "warnings", result.Warnings);
                writer.WriteEndObject();
            },
            result.Added > 0 ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    static async Task<IResult> LeaveAsync(string village, string member, HttpRequest request, MemberStore members, EnrolmentStore enrolments, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(request, stop);
        var (last, why) = (body.Date("last"), body.Text("why"));
        if (why is not ("left" or "moved" or "died"))
            throw body.Fault("why", "why-unknown", "要填 left（退会）、moved（迁出）或 died（去世）");
        if (await members.FindAsync(village, member, stop) is not { } found)
            return Problem.NotFound("member-unknown", "名册里没有这位会员。请核对。");
        if (last < found.Joined)
            throw body.Fault("last", "left-before-joined", "最后一天早于入会日期，请核对");
        var gone = found with { Left = last, LeftWhy = why };
        await enrolments.SaveAsync(village, [gone], stop);
        await members.SaveAsync(village, gone, stop);
        return JsonText.Answer(writer => Write(writer, gone));
    }

    /// <summary>A CSV or XLSX file, as multipart or as the body itself. Query: apply (else only looked at), joined (for rows without a day).</summary>
    static async Task<IResult> ImportAsync(string village, HttpRequest request, VillageStore villages, RosterImport import, TimeProvider clock, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        var rows = await SheetFile.ReadAsync(request, stop);
        var reading = RosterReader.Read(rows, Day(request.Query["joined"]), clock.Today());
        if (reading.Faults is [{ Row: 0 } whole])
            throw SheetFile.Bad(whole.Code, whole.Detail);
        var result = await import.RunAsync(village, reading, request.Query["apply"] is ["true"], stop);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("applied", result.Applied);
            writer.WriteNumber("good", reading.Entries.Count);
            writer.WriteNumber("added", result.Added);
            writer.WriteNumber("changed", result.Changed);
            writer.WriteNumber("unchanged", result.Unchanged);
            writer.WriteNumber("bad", result.Faults.Count);
            SheetFaults.Write(writer, "faults", result.Faults);
            SheetFaults.Write(writer, "warnings", result.Warnings);
            writer.WriteEndObject();
        });
    }

    static IResult Shown(IEnumerable<Member> page, int count, string? next) => JsonText.Answer(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("count", count);
        writer.WriteStartArray("members");
        foreach (var member in page)
            Write(writer, member);
        writer.WriteEndArray();
        if (next is not null)
            writer.WriteString("next", next);
        writer.WriteEndObject();
    });

    static void Write(Utf8JsonWriter writer, Member member)
    {
        writer.WriteStartObject();
        writer.WriteString("id", member.Id);
        writer.WriteString("name", member.Name);
        writer.WriteString("tail", member.Tail);
        Optional("born", member.Born?.ToString("yyyy-MM-dd"));
        Optional("sex", member.Sex);
        Optional("household", member.Household);
        Optional("relation", member.Relation);
        writer.WriteString("joined", member.Joined.ToString("yyyy-MM-dd"));
        Optional("left", member.Left?.ToString("yyyy-MM-dd"));
        Optional("leftWhy", member.LeftWhy);
        writer.WriteStartArray("before");
        foreach (var span in member.Before)
        {
            writer.WriteStartObject();
            writer.WriteString("from", span.From.ToString("yyyy-MM-dd"));
            writer.WriteString("to", span.To.ToString("yyyy-MM-dd"));
            writer.WriteString("why", span.Why);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();

        void Optional(string name, string? value)
        {
            if (value is not null)
                writer.WriteString(name, value);
        }
    }

    static DateOnly? Day(Microsoft.Extensions.Primitives.StringValues query) => query is not [{ Length: > 0 } text] ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ProblemException(Problem.BadRequest("date-malformed", "日期要写成 年-月-日，例如 2026-03-01。"));
}
