using Shouwang.Functions.Members;
using Shouwang.Functions.Security;
using Shouwang.Shared.MutualAid;

namespace Shouwang.Functions.Claims;

/// <summary>Finds the person of the papers in the roster: by identity number where the papers give one, else by name where the village has only one of that name.</summary>
internal sealed class Roster(MemberStore members, Keys keys)
{
    public async Task<Membership> FindAsync(string village, string name, string? idNumber, DateOnly discharged, int waitingDays, CancellationToken stop)
    {
        if (idNumber is not null && await members.FindAsync(village, keys.Pseudonym(idNumber), stop) is { } byNumber)
            return Of(byNumber, byNumber.Name == name ? null : "身份证号对得上名册，可是姓名和名册上写的不一样，要请村里的工作人员核对。");
        var named = await members.NamedAsync(village, name, stop);
        return named switch
        {
            [] => new Membership(null, null, "名册里没有找到这位病人，要请村里的工作人员核对是不是会员。"),
            [var only] => Of(only, idNumber is null ? null : "姓名对得上名册，可是身份证号对不上，要请村里的工作人员核对。"),
            _ => new Membership(null, null, "村里有几位会员同名，要请村里的工作人员认定是哪一位。"),
        };

        Membership Of(Member member, string? doubt) => new(member.Id, member.On(discharged), doubt) { EntitledFrom = member.EntitledFrom(waitingDays, discharged) };
    }
}
