using System.Text.RegularExpressions;
using Shouwang.Functions.Http;
using Shouwang.Functions.Members;
using Shouwang.Functions.Security;
using Shouwang.Shared.Bills;

namespace Shouwang.Functions.Villages;

/// <summary>Sets up a village and shows it.</summary>
internal static partial class VillageEndpoints
{
    public static void MapVillages(this IEndpointRouteBuilder app)
    {
        app.MapPut("/api/villages/{village}", PutAsync);
        app.MapGet("/api/villages/{village}", GetAsync);
    }

    /// <summary>Creates or changes the village; a plan in the body is published as a version; members are added or updated, others stay.</summary>
    static async Task<IResult> PutAsync(string village, HttpContext http, VillageDesk desk, MemberStore roster, EnrolmentStore enrolments, Keys keys, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        var members = body.Objects("members").Select(row => ReadMember(row, keys)).ToList();
        var match = http.Request.Headers.IfMatch is [{ } version] && version != "*" ? version : null;
        var put = await desk.ChangeAsync(village, match, before => VillageChange.Put(before, village, body, desk.Today, http.Actor().Name), stop);
        var known = new List<Member>();
        foreach (var member in members.DistinctBy(member => member.Id))
            known.Add(await roster.FindAsync(put.Code, member.Id, stop) is { } before ? member with { Household = before.Household, Relation = before.Relation, LeftWhy = member.Left is null ? null : before.LeftWhy, Continued = before.Continued, Before = before.Before } : member);
        // First what other villages go by, as an imported roster does.
        await enrolments.SaveAsync(put.Code, known, stop);
        await roster.SaveAsync(put.Code, known, stop);
        return Shown(put, http, desk);
    }

    static async Task<IResult> GetAsync(string village, HttpContext http, VillageStore store, VillageDesk desk, CancellationToken stop) =>
        await store.FindAsync(village, stop) is { } found ? Shown(found, http, desk) : Unknown();

    static IResult Shown(Village village, HttpContext http, VillageDesk desk)
    {
        http.Response.Headers.ETag = village.ETag.ToString("H");
        return JsonText.Answer(writer => village.Write(writer, desk.Today));
    }

    public static Problem Unknown() => Problem.NotFound("village-unknown", "没有这个村。请核对 12 位村代码。");

    static Member ReadMember(JsonInput row, Keys keys)
    {
        var number = row.Text("idNumber", 18).ToUpperInvariant();
        return IdNumber().IsMatch(number)
            ? new Member(keys.Pseudonym(number), row.Text("name", 40), number[^4..], row.Date("joined"), row.OptionalDate("left")) { Born = IdentityNumber.BirthDate(number), Sex = IdentityNumber.Sex(number) }
            : throw row.Fault("idNumber", "id-number-malformed", "身份证号要填 18 位");
    }

    [GeneratedRegex("^[0-9]{17}[0-9X]$")]
    private static partial Regex IdNumber();
}
