using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>What the village's officer and checker do by chat (经办人、复核人): list, approve, return, refuse, publish, pay. Only where the shell says who they are; done only when the shell says so.</summary>
internal static partial class OfficerDesk
{
    private const int MostShown = 8;

    [GeneratedRegex(@"^(?<verb>核对|批准|审核通过|通过|退回|驳回|不予补助|公示|已发|发放|发钱)\s*第?\s*(?<number>[0-9]{1,3}|[一二三四五六七八九十])?\s*[号件个笔]?[\s,，:：]*(?<reason>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Order();

    [GeneratedRegex(@"^(?:看看?|打开|查看|先看)第?\s*(?<number>[0-9]{1,2}|[一二三四五六七八九十])\s*[份号件个笔]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex One();

    [GeneratedRegex("(?<verb>核对|批准|审核通过|通过|退回|驳回|不予补助|公示|已发|发放|发钱)(?<reason>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Verb();

    [GeneratedRegex("(?:几|多少|哪些|哪几)[个件笔]?(?:人)?.{0,6}(?:申请(?!表|书|要|需)|要办|要我办|待办|要核对|要审|要批|没办)|有(?:没有)?.{0,4}(?:新的?申请|要办的|要我办|待办)|^(?:新的?申请|要办的(?:事|申请)?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex AsksForList();

    [GeneratedRegex("[吗嘛没呢?？]$|没有$|[怎咋哪几]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Question();

    /// <summary>Words beside a name that still only ask after that person's claim.</summary>
    private const int BesideName = 12;

    /// <summary>The answer to an officer's order; null where the text is none.</summary>
    public static Talk? Hear(Talk talk, string text)
    {
        var order = Order().Match(text);
        var list = text is "待办" or "待办的" or "有什么要办的" or "看待办" or "待办事项";
        if (talk.Knowledge.Officer is not { } officer)
            return list || (order.Success && order.Groups["number"].Success) ? talk.Say("officer-only") : null;
        if (list || AsksForList().IsMatch(text))
            return List(talk, officer);
        if (One().Match(text) is { Success: true } one)
            return Show(talk, officer, Number(one.Groups["number"].Value));
        var named = order.Groups["number"].Success ? null : Named(officer, text);
        if (named is { } asked && IsAskedAfter(talk, officer, asked, text))
            return Show(talk.Remember(s => s with { Listed = [asked] }), officer, 1);
        if (named is not null && order.Success)
            return Start(talk.Remember(s => s with { Listed = [named] }), officer, Action(order.Groups["verb"].Value), 1, Without(order.Groups["reason"].Value, Person(officer, named)));
        if (named is not null && Verb().Match(text) is { Success: true } verb)
            return Start(talk.Remember(s => s with { Listed = [named] }), officer, Action(verb.Groups["verb"].Value), 1, verb.Groups["reason"].Value.Trim(' ', ',', '，', '。', ':', '：'));
        if (!order.Success || (!order.Groups["number"].Success && order.Groups["reason"].Length > 0))
            return null;
        var number = order.Groups["number"].Success ? Number(order.Groups["number"].Value) : talk.State.Listed.Count == 1 ? 1 : 0;
        return Start(talk, officer, Action(order.Groups["verb"].Value), number, order.Groups["reason"].Value);
    }

    /// <summary>赵阿根的申请到哪了, 赵阿根公示了吗: asked after, not ordered. Somebody whom the officer's own chat is about is answered like anybody's.</summary>
    private static bool IsAskedAfter(Talk talk, OfficerView officer, string claim, string text)
    {
        var person = Person(officer, claim);
        return text.Length <= person.Length + BesideName && (Question().IsMatch(text) || !Verb().IsMatch(text)) && !talk.Knowledge.Claims.Any(own => own.Person == person);
    }

    private static string Person(OfficerView officer, string claim) => officer.Pending.First(p => p.Claim.Id == claim).Claim.Person;

    /// <summary>批准赵阿根的, 退回赵阿根 缺费用清单: what is said beside the name.</summary>
    private static string Without(string reason, string person)
    {
        var (before, after) = (reason[..reason.IndexOf(person, StringComparison.Ordinal)], reason[(reason.IndexOf(person, StringComparison.Ordinal) + person.Length)..]);
        return before.Trim(' ', '，', ',') + BesideAName().Replace(after, "").Trim(' ', ',', '，', '。', ':', '：');
    }

    [GeneratedRegex("^(?:的|那)?(?:申请|补助|那?[一]?[件份笔个])?(?:吧|了)?[。!！]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex BesideAName();

    public static Talk? AnswerReturnWhy(Talk talk, Heard heard)
    {
        if (heard.IsCommand || !talk.State.Slots.TryGetValue("to", out var to) || OfficerReasons.Read(to, heard.Text) is not { } why)
            return null;
        if (talk.State.Slots.TryGetValue("number", out var before) && int.TryParse(before, out var chosen))
            why = (chosen, Plain.Words(heard.Text, 200));
        var slots = talk.State.Slots.SetItem("number", $"{why.Number}").SetItem("reason", why.Words);
        return OfficerReasons.WantsWords(why.Number) && why.Words.Length == 0
            ? talk.Remember(s => s with { Slots = slots }).Say("officer-return-words")
            : Confirm(talk, slots);
    }

    public static Talk? AnswerConfirm(Talk talk, Heard heard)
    {
        var slots = talk.State.Slots;
        if (heard.Intent == Intent.No || talk.Knowledge.Officer is null)
            return talk.Done().Say("officer-confirm.not-done");
        if (!heard.IsYes || !slots.TryGetValue("claim", out var claim) || !slots.TryGetValue("to", out var to))
            return null;
        var reason = slots.GetValueOrDefault("reason");
        return talk.Done().Do(new MoveClaim(claim, to, Null(reason), Null(slots.GetValueOrDefault("cause")), Null(slots.GetValueOrDefault("seen")), Numbered(slots)));
    }

    /// <summary>Why the person was in hospital, as the officer found out.</summary>
    public static Talk? AnswerCause(Talk talk, Heard heard) =>
        talk.Knowledge.Officer?.Causes.FirstOrDefault(c => Plain.Words(c.Words, 30) == heard.Text || c.Words == heard.Text) is { } cause
            ? Confirm(talk, talk.State.Slots.SetItem("cause", cause.Code).SetItem("reason", ""))
            : null;

    private static string? Null(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>What became of the order: only now is it said to be done.</summary>
    public static Talk Tell(Talk talk, ClaimMoveAnswered answer) => answer switch
    {
        { Refusal: { } refusal } => talk.Say("officer-confirm.refused", ("why", Plain.Told(refusal, 200))),
        { Claim: { } claim } => talk.Say("officer-confirm.done", ("action", Catalogue.Text($"action.{answer.To}")), ("person", ClaimWords.Person(claim)), ("state", ClaimWords.OfficerState(claim))),
        _ => talk.Say("officer-confirm.refused", ("why", talk.Words("officer-pending.which"))),
    };

    /// <summary>News from the village. It is pushed and names nobody: who and what stand in the list and at the desk.</summary>
    public static Talk Tell(Talk talk, OfficerNews news) => talk.Say($"officer-news.{(news.Kind is "claim" or "objection" ? news.Kind : "call")}");

    private static Talk List(Talk talk, OfficerView officer)
    {
        if (officer.Pending.Count == 0)
            return talk.Remember(s => s with { Listed = [] }).Say("officer-pending.none");
        var shown = officer.Pending.Take(MostShown).ToList();
        var details = string.Concat(shown.Select((p, i) => Line(p, i + 1)));
        return talk.Remember(s => s with { Listed = [.. shown.Select(p => p.Claim.Id)] })
            .Say(Heading(officer, out var yours), ("count", $"{yours}"), ("others", $"{officer.Others}"), ("details", details))
            .Say("officer-pending.how");
    }

    private static string Heading(OfficerView officer, out int yours)
    {
        yours = Math.Max(officer.Total, officer.Pending.Count) - officer.Others;
        return officer.Others == 0 ? "officer-pending" : yours > 0 ? "officer-pending.some" : "officer-pending.not-yours";
    }

    /// <summary>看第一份: that one is meant by what is ordered next.</summary>
    private static Talk Show(Talk talk, OfficerView officer, int number)
    {
        var listed = talk.State.Listed.Count > 0 ? talk.State.Listed : [.. officer.Pending.Take(MostShown).Select(p => p.Claim.Id)];
        if (number < 1 || number > listed.Count || officer.Pending.FirstOrDefault(p => p.Claim.Id == listed[number - 1]) is not { } pending)
            return talk.Say("officer-pending.which");
        return talk.Remember(s => s with { Listed = [pending.Claim.Id] })
            .Say("officer-pending.one", ("number", $"{number}"), ("details", Line(pending, 0) + ClaimWords.Reasons(pending.Claim)));
    }

    /// <summary>The claim of the one person whose name stands in the order.</summary>
    private static string? Named(OfficerView officer, string text) =>
        officer.Pending.Where(p => p.Claim.Person.Length > 1 && text.Contains(p.Claim.Person, StringComparison.Ordinal)).Select(p => p.Claim.Id).ToList() is [var only] ? only : null;

    private static string Line(PendingView pending, int number)
    {
        var allowed = pending.Allowed.Count == 0
            ? Catalogue.Text("officer-pending.others", ("why", Plain.Told(pending.Blocked ?? Catalogue.Text("officer-pending.colleagues"), 100)))
            : Catalogue.Text("officer-pending.allowed", ("value", PaperKinds.List([.. pending.Allowed.Select(to => Catalogue.Text($"action.{to}"))])));
        var note = pending.Note is null ? "" : Plain.Told(pending.Note, 100);
        return $"\n\n{(number > 0 ? $"{number} " : "")}{ClaimWords.Person(pending.Claim)}，{ClaimWords.OfficerState(pending.Claim)}。{ClaimWords.Amount(pending.Claim)}{note}{allowed}";
    }

    private static Talk Start(Talk talk, OfficerView officer, string to, int number, string reason)
    {
        var listed = talk.State.Listed.Count > 0 ? talk.State.Listed : [.. officer.Pending.Take(MostShown).Select(p => p.Claim.Id)];
        if (number < 1 || number > listed.Count)
            return talk.Say("officer-pending.which");
        if (officer.Pending.FirstOrDefault(p => p.Claim.Id == listed[number - 1]) is not { } pending)
            return talk.Say("officer-pending.gone");
        if (!pending.Allowed.Contains(to))
            return talk.Say("officer-pending.not-now", ("action", Catalogue.Text($"action.{to}")), ("person", ClaimWords.Person(pending.Claim)), ("state", ClaimWords.OfficerState(pending.Claim)), ("why", Plain.Told(pending.Blocked, 200)));
        var slots = talk.Done().State.Slots
            .SetItem("claim", pending.Claim.Id)
            .SetItem("to", to)
            .SetItem("person", ClaimWords.Person(pending.Claim))
            .SetItem("amount", pending.Claim.Amount is { } amount ? Catalogue.Text("label.sum", ("value", amount)) : Catalogue.Text("label.no-sum"))
            .SetItem("seen", pending.Claim.Amount ?? "")
            .SetItem("reason", Plain.Words(reason, 200));
        if (to == "checked" && !pending.CauseKnown && officer.Causes.Count > 0)
            return talk.Remember(s => s with { Slots = slots, Waiting = "officer-cause" }).Offer("officer-cause", [.. officer.Causes.Select(c => c.Words)], ("person", slots["person"]));
        if (to is "returned" or "refused" && OfficerReasons.Read(to, reason) is { } why)
            slots = slots.SetItem("number", $"{why.Number}").SetItem("reason", why.Words);
        return to is "returned" or "refused" && !slots.ContainsKey("number")
            ? OfficerReasons.Ask(talk.Remember(s => s with { Slots = slots }), slots["person"], to)
            : Confirm(talk, slots);
    }

    private static Talk Confirm(Talk talk, ImmutableSortedDictionary<string, string> slots) =>
        talk.Remember(s => s with { Slots = slots }).Ask(
            "officer-confirm",
            ("action", Catalogue.Text($"action.{slots["to"]}")),
            ("person", slots.GetValueOrDefault("person", "")),
            ("amount", slots.GetValueOrDefault("amount", "")),
            ("why", Why(slots) is { Length: > 0 } reason ? Catalogue.Text("label.reason", ("value", reason)) : ""));

    private static int? Numbered(ImmutableSortedDictionary<string, string> slots) =>
        slots.TryGetValue("number", out var text) && int.TryParse(text, out var number) ? number : null;

    private static string Why(ImmutableSortedDictionary<string, string> slots) =>
        Numbered(slots) is { } number ? OfficerReasons.Spoken(number, slots.GetValueOrDefault("reason", "")) : slots.GetValueOrDefault("reason", "");

    private static string Action(string verb) => verb switch
    {
        "核对" => "checked",
        "退回" => "returned",
        "驳回" or "不予补助" => "refused",
        "公示" => "published",
        "已发" or "发放" or "发钱" => "paid",
        _ => "approved",
    };

    private static int Number(string text) => int.TryParse(text, out var number) ? number : "一二三四五六七八九十".IndexOf(text[0]) + 1;
}
