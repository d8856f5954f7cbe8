using System.Globalization;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Which of several claims a person means (哪一次住院): the one whose patient or days they named comes first.</summary>
internal static class WhichClaim
{
    public static Talk MeantFirst(Talk talk, Heard heard) =>
        talk.Knowledge.Claims.Count < 2 ? talk : By(talk, heard.Text, Dates.In(heard.Text, Today(talk)));

    /// <summary>三月五号 can be a day of either calendar: where that makes it another claim, the calendar is asked; null where it does not matter.</summary>
    public static Talk? AskCalendar(Talk talk, Heard heard)
    {
        var claims = talk.Knowledge.Claims;
        if (claims.Count < 2 || heard.IsCommand || Dates.In(heard.Text, Today(talk)) is not { Unclear: true } solar || Lunar(talk, heard.Text) is not { } lunar)
            return null;
        var (one, other) = (claims.FirstOrDefault(c => Covers(c, solar)), claims.FirstOrDefault(c => Covers(c, lunar)));
        return one is null || other is null || one.Id == other.Id
            ? null
            : talk.Done().Ask("date-unclear", ("said", Plain.Words(heard.Text, 60)));
    }

    public static Talk? AnswerCalendar(Talk talk, Heard heard)
    {
        var said = talk.State.Slots.GetValueOrDefault("said", "");
        var date = heard.Text.Contains('农') ? Lunar(talk, said) : heard.Text.Contains('阳') || heard.Text.Contains('公') ? Dates.In(said, Today(talk)) : null;
        var meant = Heard.From(said, []);
        if (date is null || Routes.Find(meant.Intent) is not { } route)
            return heard.Text.Contains("不记得", StringComparison.Ordinal) ? Progress.Where(talk.Done()) : null;
        return route(By(talk.Done(), said, date), meant);
    }

    private static Talk By(Talk talk, string text, SaidDate? date)
    {
        var ordered = talk.Knowledge.Claims.OrderByDescending(c => Named(c, text)).ThenByDescending(c => date is not null && Covers(c, date)).ToList();
        return talk with { Knowledge = talk.Knowledge with { Claims = ordered } };
    }

    private static SaidDate? Lunar(Talk talk, string text) => Dates.In("农历" + text, Today(talk)) is { Lunar: true } lunar ? lunar : null;

    private static DateOnly Today(Talk talk) => DateOnly.FromDateTime(talk.Knowledge.Now.DateTime);

    private static bool Named(ClaimView claim, string text) => claim.Person.Length > 1 && text.Contains(claim.Person, StringComparison.Ordinal);

    private static bool Covers(ClaimView claim, SaidDate date) =>
        DateOnly.TryParseExact(claim.Admitted, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var admitted)
        && DateOnly.TryParseExact(claim.Discharged, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var discharged)
        && admitted <= date.To && date.From <= discharged;
}
