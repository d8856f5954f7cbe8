using System.Globalization;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;
using Shouwang.Shared.Money;

namespace Shouwang.Bot.Dialogs;

/// <summary>Amounts and days that came by voice (语音里的数): a recogniser mishears them, so they are read back and count only once the person has said 对.</summary>
internal static class SpokenFigures
{
    public const string Waiting = "heard-figures";

    private const string Said = "heard.said";
    private const string Before = "heard.before";

    /// <summary>Reads back what was heard; null where no amount and no day was, or where a question waits that neither is an answer to.</summary>
    public static Talk? Ask(Talk talk, Heard heard)
    {
        var before = talk.State.Waiting == Waiting ? talk.State.Slots.GetValueOrDefault(Before) : talk.State.Waiting;
        if (heard.IsCommand || Questions.IsLasting(before))
            return null;
        string[] figures = [.. Amounts.In(heard.Text).Select(Words), .. Dates.In(heard.Text, DateOnly.FromDateTime(talk.Knowledge.Now.DateTime)) is { } day ? (string[])[Words(day)] : []];
        if (figures.Length == 0)
            return null;
        return talk.Ask(Waiting, ("figures", string.Join('、', figures)))
            .Remember(s => s with { Slots = s.Slots.SetItem(Said, heard.Text).SetItem(Before, before ?? "") });
    }

    /// <summary>对: the words are taken as if they had been typed, by the question that waited before. 不对: they are forgotten.</summary>
    public static Talk? Answer(Talk talk, Heard heard)
    {
        if (!heard.IsYes && heard is not { IsCommand: true, Intent: Intent.No })
            return null;
        var (said, before) = (talk.State.Slots.GetValueOrDefault(Said, ""), talk.State.Slots.GetValueOrDefault(Before, ""));
        var restored = talk.Remember(s => s with { Waiting = before.Length == 0 ? null : before, Slots = s.Slots.Remove(Said).Remove(Before).Remove("figures") });
        return heard.IsYes ? Listening.Hear(restored, said, spoken: false) : restored.Say("heard-figures.again");
    }

    private static string Words(SaidAmount amount) => amount switch
    {
        { Exact: true } => $"{amount.Min.ToGroupedString()}元（{CapitalNumeral.Write(amount.Min)}）",
        { Max: { } max } => $"{amount.Min.ToGroupedString()}元到{max.ToGroupedString()}元",
        _ => $"{amount.Min.ToGroupedString()}元以上",
    };

    /// <summary>Without capitals, for several in one message.</summary>
    public static string Roughly(SaidAmount amount) => amount.Exact ? $"{amount.Min.ToGroupedString()}元" : Words(amount);

    private static string Words(SaidDate day) =>
        (day.Lunar ? "农历算到阳历是" : "") + (day.From == day.To ? Days.Spoken(day.From) : string.Create(CultureInfo.InvariantCulture, $"{Days.Spoken(day.From)}到{Days.Spoken(day.To)}"));
}
