using System.Globalization;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Which of several claims a person means (哪一次住院): the one whose patient or days they named comes first.</summary>
internal static class WhichClaim
{
    public static Talk MeantFirst(Talk talk, Heard heard)
    {
        var claims = talk.Knowledge.Claims;
        if (claims.Count < 2)
            return talk;
        var date = Dates.In(heard.Text, DateOnly.FromDateTime(talk.Knowledge.Now.DateTime));
        var ordered = claims.OrderByDescending(c => Named(c, heard.Text)).ThenByDescending(c => date is not null && Covers(c, date)).ToList();
        return talk with { Knowledge = talk.Knowledge with { Claims = ordered } };
    }

    private static bool Named(ClaimView claim, string text) => claim.Person.Length > 1 && text.Contains(claim.Person, StringComparison.Ordinal);

    private static bool Covers(ClaimView claim, SaidDate date) =>
        DateOnly.TryParseExact(claim.Admitted, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var admitted)
        && DateOnly.TryParseExact(claim.Discharged, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var discharged)
        && admitted <= date.To && date.From <= discharged;
}
