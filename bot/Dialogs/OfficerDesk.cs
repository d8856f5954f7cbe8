using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>What the village officer does by chat (经办人): list, approve, return, publish, pay. Only where the shell says that it is the officer.</summary>
internal static partial class OfficerDesk
{
    [GeneratedRegex(@"^(?<verb>批准|通过|退回|公示|已发|发放)\s*第?\s*(?<number>[0-9]{1,3}|[一二三四五六七八九十])\s*[号件个]?[\s,，:：]*(?<reason>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Order();

    /// <summary>The answer to an officer's order; null where the text is none.</summary>
    public static Talk? Hear(Talk talk, string text)
    {
        var order = Order().Match(text);
        var list = text is "待办" or "待办的" or "有什么要办的";
        if (!list && !order.Success)
            return null;
        if (talk.Knowledge.Officer is not { } officer)
            return talk.Say("officer-only");
        return list ? List(talk, officer) : Start(talk, officer, Action(order.Groups["verb"].Value), Number(order.Groups["number"].Value), order.Groups["reason"].Value);
    }

    public static Talk? AnswerReturnWhy(Talk talk, Heard heard) =>
        heard.IsCommand || !talk.State.Slots.ContainsKey("to") ? null : Confirm(talk, talk.State.Slots.SetItem("reason", Plain.Words(heard.Text, 200)));

    public static Talk? AnswerConfirm(Talk talk, Heard heard)
    {
        var slots = talk.State.Slots;
        if (heard.Intent == Intent.No || talk.Knowledge.Officer is null)
            return talk.Done().Say("officer-confirm.not-done");
        if (!heard.IsYes || !slots.TryGetValue("claim", out var claim) || !slots.TryGetValue("to", out var to))
            return null;
        var reason = slots.GetValueOrDefault("reason");
        return talk.Done().Do(new MoveClaim(claim, to, string.IsNullOrEmpty(reason) ? null : reason)).Say("officer-confirm.done");
    }

    private static Talk List(Talk talk, OfficerView officer)
    {
        if (officer.Pending.Count == 0)
            return talk.Say("officer-pending.none");
        var details = string.Concat(officer.Pending.Select((c, i) =>
            $"\n\n{i + 1} {ClaimWords.Person(c)}，{ClaimWords.State(talk, c)}。{ClaimWords.Amount(c)}"));
        return talk.Say("officer-pending", ("count", $"{officer.Pending.Count}"), ("details", details)).Say("officer-pending.how");
    }

    private static Talk Start(Talk talk, OfficerView officer, string to, int number, string reason)
    {
        if (number < 1 || number > officer.Pending.Count)
            return talk.Say("officer-pending.which");
        var claim = officer.Pending[number - 1];
        var slots = talk.Done().State.Slots
            .SetItem("claim", claim.Id)
            .SetItem("to", to)
            .SetItem("person", ClaimWords.Person(claim))
            .SetItem("amount", claim.Amount ?? "0.00")
            .SetItem("reason", Plain.Words(reason, 200));
        return to == "returned" && slots["reason"].Length == 0
            ? talk.Remember(s => s with { Slots = slots }).Ask("officer-return-why", ("person", slots["person"]))
            : Confirm(talk, slots);
    }

    private static Talk Confirm(Talk talk, ImmutableSortedDictionary<string, string> slots) =>
        talk.Remember(s => s with { Slots = slots }).Ask(
            "officer-confirm",
            ("action", Catalogue.Text($"action.{slots["to"]}")),
            ("person", slots.GetValueOrDefault("person", "")),
            ("amount", slots.GetValueOrDefault("amount", "")));

    private static string Action(string verb) => verb switch
    {
        "退回" => "returned",
        "公示" => "published",
        "已发" or "发放" => "paid",
        _ => "approved",
    };

    private static int Number(string text) => int.TryParse(text, out var number) ? number : "一二三四五六七八九十".IndexOf(text[0]) + 1;
}
