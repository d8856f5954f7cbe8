using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Security;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Staff;

/// <summary>Issues personal keys to a village's staff and takes them back; tells a caller who he is.</summary>
internal static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/me", (HttpContext http) => JsonText.Answer(writer => Write(writer, http.Actor()))).Allow(Role.Officer, Role.Checker);
        app.MapGet("/api/villages/{village}/staff", ListAsync);
        app.MapGet("/api/villages/{village}/staff/{id}", GetAsync);
        app.MapPut("/api/villages/{village}/staff/{id}", PutAsync);
        app.MapDelete("/api/villages/{village}/staff/{id}", DeleteAsync);
        app.MapPost("/api/villages/{village}/staff/{id}/key", NewKeyAsync);
        app.MapPost("/api/villages/{village}/staff/{id}/link-code", NewLinkCodeAsync).Allow(Role.Officer, Role.Checker);
    }

    static async Task<IResult> ListAsync(string village, VillageStore villages, StaffStore store, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        var staff = await store.AllAsync(village, stop);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("staff");
            foreach (var member in staff)
                Write(writer, member);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    static async Task<IResult> GetAsync(string village, string id, StaffStore store, CancellationToken stop) =>
        await store.FindAsync(village, id, stop) is { } member ? JsonText.Answer(writer => Write(writer, member)) : Unknown();

    /// <summary>New, or revoked before: issued with a key, which is shown this once. Else name, phone and role are changed.</summary>
    static async Task<IResult> PutAsync(string village, string id, HttpRequest request, VillageStore villages, StaffStore store, TimeProvider clock, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(request, stop);
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        var put = StaffMember.Read(village, id, body, clock.GetUtcNow());
        var staff = await store.AllAsync(village, stop);
        // One person with two ids could check his own work.
        if (staff.FirstOrDefault(other => other.Id != id && other.Revoked is null && Digits(other.Phone) == Digits(put.Phone)) is { } same)
            throw new ProblemException(new Problem(StatusCodes.Status409Conflict, "staff-twice", $"这个电话号码已经登记给{same.Name}（编号 {same.Id}）。一个人只能有一个编号，请核对。", "phone"));
        var known = staff.FirstOrDefault(member => member.Id == id);
        // What was done under an id stays with whoever did it: nobody else takes it over, not even from somebody who left.
        if (known is not null && known.Name != put.Name && Digits(known.Phone) != Digits(put.Phone))
            throw new ProblemException(new Problem(StatusCodes.Status409Conflict, "staff-other", $"编号 {id} 是{known.Name}的，他办过的事都记在这个编号下面。别人请另取一个编号。同一个人换了名字又换了电话，请分两次改。", "id"));
        if (known is { Revoked: null } before)
        {
            var changed = put with { Issued = before.Issued };
            await store.SaveAsync(changed, stop);
            return JsonText.Answer(writer => Write(writer, changed));
        }

        return await IssuedAsync(put, store, StatusCodes.Status201Created, stop);
    }

    static async Task<IResult> DeleteAsync(string village, string id, StaffStore store, CancellationToken stop) =>
        await store.RevokeAsync(village, id, stop) ? Results.NoContent() : Unknown();

    /// <summary>The key is lost, or somebody else has seen it.</summary>
    static async Task<IResult> NewKeyAsync(string village, string id, StaffStore store, TimeProvider clock, CancellationToken stop) =>
        await store.FindAsync(village, id, stop) is not { } member ? Unknown()
        : member.Revoked is not null ? Revoked()
        : await IssuedAsync(member with { Issued = clock.GetUtcNow() }, store, StatusCodes.Status200OK, stop);

    static async Task<IResult> NewLinkCodeAsync(string village, string id, HttpContext http, StaffStore store, CancellationToken stop)
    {
        if (http.Actor() is { Role: not Role.Administrator } actor && actor.Id != id)
            return new Problem(StatusCodes.Status403Forbidden, "not-you", "只能给自己要绑定码。");
        if (await store.FindAsync(village, id, stop) is not { } member)
            return Unknown();
        if (member.Revoked is not null)
            return Revoked();
        var (code, expires) = await store.NewLinkCodeAsync(member, stop);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("code", code);
            writer.WriteString("expires", expires);
            writer.WriteEndObject();
        });
    }

    static async Task<IResult> IssuedAsync(StaffMember member, StaffStore store, int status, CancellationToken stop)
    {
        var key = await store.IssueAsync(member, stop);
        var (code, expires) = await store.NewLinkCodeAsync(member, stop);
        return JsonText.Answer(
            writer =>
            {
                writer.WriteStartObject();
                Facts(writer, member);
                writer.WriteString("key", key.ToString());
                writer.WriteString("linkCode", code);
                writer.WriteString("linkCodeExpires", expires);
                writer.WriteEndObject();
            },
            status);
    }

    static void Write(Utf8JsonWriter writer, StaffMember member)
    {
        writer.WriteStartObject();
        Facts(writer, member);
        writer.WriteEndObject();
    }

    static void Facts(Utf8JsonWriter writer, StaffMember member)
    {
        writer.WriteString("id", member.Id);
        writer.WriteString("name", member.Name);
        writer.WriteString("phone", member.Phone);
        writer.WriteString("role", StaffMember.Word(member.Role));
        writer.WriteString("issued", member.Issued);
        if (member.Revoked is { } revoked)
            writer.WriteString("revoked", revoked);
    }

    static void Write(Utf8JsonWriter writer, Actor actor)
    {
        writer.WriteStartObject();
        writer.WriteString("id", actor.Id);
        writer.WriteString("name", actor.Name);
        writer.WriteString("role", StaffMember.Word(actor.Role));
        if (actor.Village is { } village)
            writer.WriteString("village", village);
        writer.WriteEndObject();
    }

    static string Digits(string phone) => string.Concat(phone.Where(char.IsAsciiDigit));

    static Problem Unknown() => Problem.NotFound("staff-unknown", "没有这位工作人员。请核对编号。");

    static Problem Revoked() => new(StatusCodes.Status409Conflict, "staff-revoked", "这位工作人员已经停用。要恢复，请重新登记。");
}
