using System.Text.RegularExpressions;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Http;
using Shouwang.Functions.Security;

namespace Shouwang.Functions.Staff;

/// <summary>Somebody who works for a village association (工作人员).</summary>
/// <param name="Id">Chosen by the administrator: small letters, digits, hyphens.</param>
/// <param name="Role">Officer or checker.</param>
/// <param name="Revoked">From when on the person is no longer let in; the row stays, because claims name it.</param>
internal sealed partial record StaffMember(string Village, string Id, string Name, string Phone, Role Role, DateTimeOffset Issued, DateTimeOffset? Revoked)
{
    public Actor Actor => new(Id, Name, Role, Village);

    /// <summary>Names under which no person acts: whoever bore one would be taken for the villager himself, who may check what he entered.</summary>
    static readonly string[] s_taken = [Actor.KeyHolder.Id, ClaimRegister.Villager.Id, "system"];

    public static bool IsId(string id) => Id_().IsMatch(id) && !s_taken.Contains(id);

    /// <summary>Stable name of a staff role.</summary>
    public static string Word(Role role) => role switch
    {
        Role.Administrator => "administrator",
        Role.Officer => "officer",
        Role.Checker => "checker",
    };

    public static StaffMember Read(string village, string id, JsonInput body, DateTimeOffset now) => new(
        village,
        IsId(id) ? id : throw new ProblemException(Problem.BadRequest("staff-id", "工作人员编号要用小写字母、数字和短横线，最多 32 个字符，也不能用系统自己的名字。请换一个。", "id")),
        body.Text("name", 20),
        Phone_().IsMatch(body.Text("phone", 20)) ? body.Text("phone", 20) : throw body.Fault("phone", "phone-malformed", "要填电话号码，只写数字"),
        body.Text("role") switch
        {
            "officer" => Role.Officer,
            "checker" => Role.Checker,
            _ => throw body.Fault("role", "role-unknown", "要填 officer（经办人）或 checker（复核人）"),
        },
        now,
        Revoked: null);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,31}$")]
    private static partial Regex Id_();

    [GeneratedRegex(@"^\+?[0-9][0-9 -]{4,18}$")]
    private static partial Regex Phone_();
}
