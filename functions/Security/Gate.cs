using System.Security.Cryptography;
using System.Text;
using Shouwang.Functions.Http;
using Shouwang.Functions.Staff;

namespace Shouwang.Functions.Security;

/// <summary>Finds out who calls (门卫): by the instance's own key, a staff member's personal key, or an Entra ID token.</summary>
internal sealed class Gate(string? adminKey, EntraTokens? entra, StaffStore staff, WrongKeys wrong)
{
    const string Prefix = "Bearer ";

    /// <summary>The caller; or why there is none, to answer with.</summary>
    public async Task<(Actor? Actor, Problem? Refusal)> WhoAsync(string? authorization, string? address, CancellationToken stop)
    {
        if (authorization is null || !authorization.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return (null, new Problem(StatusCodes.Status401Unauthorized, "key-missing", "没有带密钥。请在请求头里加上 Authorization: Bearer 密钥。"));
        var token = authorization[Prefix.Length..].Trim();
        if (adminKey is not null && SameText(token, adminKey))
            return (Actor.KeyHolder, null);
        if (PersonalKey.Parse(token) is { } key)
            return await StaffAsync(key, address, stop);
        return entra is not null && await entra.ReadAsync(token, stop) is { } actor
            ? (actor, null)
            : (null, Wrong());
    }

    /// <summary>Whether somebody may call an endpoint that says so about itself; null where he may, else why not.</summary>
    public static Problem? Refuse(Actor actor, Access? access, string? village) =>
        actor.Role == Role.Administrator ? null
        : access is null || !access.Roles.Contains(actor.Role) ? new Problem(StatusCodes.Status403Forbidden, "role-wrong", "您的身份不能办这件事。请找有权限的同事，或者联系县管理员。")
        : village is not null && village != actor.Village ? new Problem(StatusCodes.Status403Forbidden, "village-other", "您只能办本村的事。请核对村代码。")
        : null;

    async Task<(Actor?, Problem?)> StaffAsync(PersonalKey key, string? address, CancellationToken stop)
    {
        var who = $"{address}|{key.Village}|{key.Staff}";
        if (wrong.TooMany(who))
            return (null, new Problem(StatusCodes.Status429TooManyRequests, "key-tries", "密钥错得太多了。请过几分钟再试；密钥丢了，请找县管理员补发。"));
        if (await staff.SignInAsync(key, stop) is { } actor)
            return (actor, null);
        wrong.Count(who);
        return (null, Wrong());
    }

    static Problem Wrong() => new(StatusCodes.Status403Forbidden, "key-wrong", "密钥不对，或者已经停用。请核对后再试；密钥丢了，请找县管理员补发。");

    static bool SameText(string a, string b) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(a)), SHA256.HashData(Encoding.UTF8.GetBytes(b)));
}
