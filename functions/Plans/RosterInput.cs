using Shouwang.Functions.Http;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Functions.Plans;

/// <summary>Numbers of members by age and sex as a caller gives them (人数构成).</summary>
internal static class RosterInput
{
    const int MostPeople = 2_000_000;

    public static IReadOnlyList<Headcount> Read(JsonInput body)
    {
        var roster = body.Objects("roster").Select(Group).ToList();
        return roster.Sum(people => (long)people.Count) switch
        {
            0 => throw Empty(),
            > MostPeople => throw new ProblemException(Problem.BadRequest("roster-absurd", "名册人数超过两百万，请核对。", "roster")),
            _ => roster,
        };
    }

    public static ProblemException Empty() => new(Problem.BadRequest("roster-empty", "名册里一个人也没有，没法测算。请先在“名册”里登记会员，再来测算。", "roster"));

    static Headcount Group(JsonInput row) => new(
        Ages(row),
        row.Has("sex") ? row.OptionalWord("sex", HeadcountWords.Sexes)!.Value : throw row.Fault("sex", "sex-missing", "没有填性别。请填“男”或“女”，实在不知道填“不详”"),
        row.Has("count") ? row.Number("count", 0, 1_000_000) : 1);

    static AgeSpan? Ages(JsonInput row)
    {
        if (row.Has("age") == row.Has("band"))
            throw row.Fault("age", "age-missing", "年龄（age）和年龄段（band）要填一个，例如 \"age\": 67 或 \"band\": \"65-74\"；实在不知道填 \"band\": \"不详\"");
        if (row.Has("age"))
        {
            var age = row.Number("age", 0, AgeSpan.Oldest);
            return new AgeSpan(age, age);
        }

        return HeadcountWords.TryAges(row.Text("band", 10), out var ages) ? ages : throw row.Fault("band", "band-malformed", "年龄段要写成 \"65-74\" 或 \"75+\"，不超过 120 岁");
    }
}
