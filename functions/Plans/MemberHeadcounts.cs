using Shouwang.Functions.Members;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Functions.Plans;

/// <summary>Counts the members that are kept by age and sex (会员人数构成). Whoever was put in without them counts as unknown, and is not left out.</summary>
internal sealed class MemberHeadcounts(MemberStore members) : IHeadcounts
{
    public async Task<IReadOnlyList<Headcount>> OfAsync(string village, DateOnly day, CancellationToken stop) =>
    [
        .. (await members.AllAsync(village, stop))
            .Where(member => member.On(day))
            .GroupBy(member => (Age: member.AgeOn(day), Sex: SexOf(member)))
            .OrderBy(group => group.Key)
            .Select(group => new Headcount(group.Key.Age is { } age ? Span(Math.Min(age, AgeSpan.Oldest)) : null, group.Key.Sex, group.Count())),
    ];

    static AgeSpan Span(int age) => new(age, age);

    static Sex SexOf(Member member) => member.Sex switch
    {
        "男" => Sex.Male,
        "女" => Sex.Female,
        _ => Sex.Unknown,
    };
}
