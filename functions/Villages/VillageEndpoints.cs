using System.Text.RegularExpressions;
using Shouwang.Functions.Http;
using Shouwang.Functions.Members;
using Shouwang.Functions.Security;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Functions.Villages;

/// <summary>Sets up a village and shows it.</summary>
internal static partial class VillageEndpoints
{
    public static void MapVillages(this IEndpointRouteBuilder app)
    {
        app.MapPut("/api/villages/{village}", PutAsync);
        app.MapGet("/api/villages/{village}", GetAsync);
    }

    /// <summary>Creates or replaces the village and its plan; members in the body are added or updated, others stay.</summary>
    static async Task<IResult> PutAsync(string village, HttpRequest request, VillageStore store, MemberStore roster, Keys keys, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(request, stop);
        var put = Village.Read(village, body);
        put.Plan.Over(put.Code, DiseaseCatalogue.Default.Entries);
        var members = body.Objects("members").Select(row => ReadMember(row, keys)).ToList();
        await store.SaveAsync(put, stop);
        foreach (var member in members)
            await roster.SaveAsync(put.Code, member, stop);
        return JsonText.Answer(put.Write);
    }

    static async Task<IResult> GetAsync(string village, VillageStore store, CancellationToken stop) =>
        await store.FindAsync(village, stop) is { } found ? JsonText.Answer(found.Write) : Unknown();

    public static Problem Unknown() => Problem.NotFound("village-unknown", "没有这个村。请核对 12 位村代码。");

    static Member ReadMember(JsonInput row, Keys keys)
    {
        var number = row.Text("idNumber", 18).ToUpperInvariant();
        return IdNumber().IsMatch(number)
            ? new Member(keys.Pseudonym(number), row.Text("name", 40), number[^4..], row.Date("joined"), row.OptionalDate("left"))
            : throw row.Fault("idNumber", "id-number-malformed", "身份证号要填 18 位");
    }

    [GeneratedRegex("^[0-9]{17}[0-9X]$")]
    private static partial Regex IdNumber();
}
