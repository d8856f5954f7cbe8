using Shouwang.Bot;
using Shouwang.Bot.Understanding;
using Shouwang.Functions.Calls;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Claims;

namespace Shouwang.Functions.Claims;

/// <summary>What the bot knows of one conversation: the villages, the open folder, the claims it led to.</summary>
internal sealed class ConversationKnowledge(VillageStore villages, VillageDirectory directory, PaperDesk desk, FolderStore folders, ClaimStore claims, CallStore calls, Tying tying, ConversationClaims officers, TimeProvider clock) : IKnowledge
{
    static readonly TimeSpan China = TimeSpan.FromHours(8);

    public async Task<Knowledge> LoadAsync(string conversationId, ConversationState state, CancellationToken cancellationToken)
    {
        var own = state.Village is null ? null : await villages.FindAsync(state.Village, cancellationToken);
        // The conversation's own village as it is now, the others as they were a moment ago.
        var others = (await directory.AllAsync(cancellationToken)).Where(card => card.Code != own?.Code);
        var known = new Knowledge
        {
            Now = clock.GetUtcNow().ToOffset(China),
            Villages = [.. (own is null ? others : others.Append(own.Card)).OrderBy(card => card.Code, StringComparer.Ordinal).Select(View)],
        };
        if (own is not { } village)
            return known;
        var plan = village.VersionAround(ChinaTime.DayOf(known.Now))?.Plan;
        var folder = FolderStore.IdOf(conversationId, state.Folder);
        var open = await desk.OpenAsync(village.Code, folder, cancellationToken);
        return known with
        {
            Plan = plan is null ? null : new PlanView(plan.Version, plan.From, plan.To, plan.Resolution, plan.EntryLine.ToGroupedString(), plan.YearlyCap?.ToGroupedString()),
            LookUp = plan is null ? null : LookUp(plan, village.Code),
            Papers = [.. open.Papers.SelectMany(PaperDesk.Views)],
            Conflicts = open.Disagreements is { Count: > 0 } found && await folders.FindAsync(village.Code, folder, cancellationToken) is not { Kept: true } ? found : [],
            Unsaid = open.Unsaid,
            NoRules = open.NoRules,
            Unfinished = open.Waiting ? [] : [.. open.Set.Unfinished.Select(paper => new UnfinishedView(ReadingJson.Name(paper.Key), paper.Value))],
            Policy = PolicyAnswers.Of(village.Place, DateOnly.FromDateTime(known.Now.DateTime)),
            Officer = await officers.DeskAsync(village, conversationId, cancellationToken),
            Volunteer = await tying.VolunteerAsync(village.Code, conversationId, cancellationToken),
            Claims = await ClaimsAsync(village.Code, conversationId, cancellationToken),
        };
    }

    /// <summary>The plan is spread over the catalogue only in the few turns that ask for an illness.</summary>
    static Func<string, DiseaseLookedUp> LookUp(PlanInput plan, string village)
    {
        var lookUp = new Lazy<Func<string, DiseaseLookedUp>>(() => IllnessLookup.In(plan.Over(village, DiseaseCatalogue.Default.Entries)));
        return asked => lookUp.Value(asked);
    }

    async Task<IReadOnlyList<ClaimView>> ClaimsAsync(string village, string conversation, CancellationToken stop)
    {
        var views = new List<ClaimView>();
        foreach (var folder in await folders.OfAsync(village, conversation, stop))
        {
            if (folder.Claim is { } id && await claims.FindAsync(village, id, stop) is { } claim)
                views.Insert(0, View(claim) with { Confirmed = folder.Confirmed, Objected = claim.State == "published" && await calls.IsObjectedAsync(village, id, stop) });
        }

        return views;
    }

    /// <remarks>What the papers leave no doubt about is checked by itself, but somebody still has to ask for the cause of the stay: until then nobody in a chat hears that a person has checked it.</remarks>
    public static ClaimView View(Claim claim) => new(
        claim.Id, claim.Person, claim.Hospital, claim.Admitted, claim.Discharged,
        claim.DiseaseName ?? claim.Diagnosis,
        Grouped(claim.Total), Granted.Of(claim)?.ToGroupedString(),
        Granted.Of(claim) is { } sum ? CapitalNumeral.Write(sum) : null,
        Grouped(claim.Borne),
        [.. Granted.Layers(claim).Select(layer => new LayerView(layer.Name, layer.Amount))],
        Granted.Why(claim), claim.Missing, claim.Progress is { } stands && ClaimTurn.WaitsForCause(stands) ? ClaimState.Received.Name() : claim.State)
    {
        Reason = claim.Progress is { Reasons.IsEmpty: false } progress ? Reasons(progress) : null,
        AppealBy = claim.Progress?.AppealUntil?.ToString("yyyy-MM-dd"),
        ObjectionsUntil = claim.Progress is { State: ClaimState.Published, ObjectionsUntil: { } until } ? until.ToString("yyyy-MM-dd") : null,
        WithBank = claim.Progress?.Listed is not null,
        PaidOut = claim.Progress is { PaidOut: { Value: > 0 } paid } ? paid.ToGroupedString() : null,
        ToReturn = Settling(claim) is { Value: < 0 } back ? (-back).ToGroupedString() : null,
        StillDue = claim.Progress is { PaidOut.Value: > 0 } && Settling(claim) is { Value: > 0 } more ? more.ToGroupedString() : null,
        PaidAsBefore = claim.Progress is { IsPaidUp: true, State: ClaimState.Approved or ClaimState.Published },
        GaveBack = claim.Progress is { BroughtBack: { Value: > 0 } came } ? came.ToGroupedString() : null,
    };

    /// <summary>What a decision leaves to be handed over or given back; null while nothing is decided.</summary>
    static Fen? Settling(Claim claim) => claim.Progress is { State: ClaimState.Approved or ClaimState.Published or ClaimState.Refused } decided ? decided.Due : null;

    /// <summary>A refusal with its number, and what can be done.</summary>
    static string Reasons(ClaimProgress progress)
    {
        var words = progress.Reasons.Select(Reason.Of).OfType<Reason>().Select(reason =>
            (reason.Code == "other" ? "" : reason.Number < Reason.OtherRefusal ? $"第{reason.Number}条，{reason.Chinese}" : reason.Chinese)
            + (progress.Words is { } said ? $"{said.TrimEnd('。')}。" : "") + reason.Remedy);
        return string.Concat(words).TrimEnd('。');
    }

    static VillageView View(VillageCard village) =>
        new(village.Code, village.Name, village.Officer.Name, village.Officer.Phone, village.Charter.EntryLine.ToGroupedString())
        {
            Deadlines = [.. Deadlines(village.Charter)],
            LowMoney = Low(village.Charter.LowMoney),
        };

    /// <summary>What the charter does when money is low, without its line and its shares of it: those stand in the charter.</summary>
    static string Low(LowMoney rule) => rule switch
    {
        { Action: LowMoneyAction.Reduce, Share: { } share } => $"村里的钱不多的时候，新批的补助只发{share}。钱多回来，再照原来的数发。",
        { Action: LowMoneyAction.Reduce } => "村里的钱不多的时候，新批的补助会少发，剩的钱越少发得越少。钱多回来，再照原来的数发。",
        { Action: LowMoneyAction.Queue } => "村里的钱不多的时候，新的补助要排队，先报的先发，等有了钱再发。",
        _ => "村里的钱不多的时候，新的补助先停下来，等村里开会定怎么办。",
    };

    static IEnumerable<string> Deadlines(Charter charter)
    {
        yield return $"出院以后{charter.ClaimDays}天以内要申请。";
        yield return charter.ObjectionDays == 0 ? "批准以后就公示，不另外定公示几天，接着发钱。" : $"批准以后公示{charter.ObjectionDays}天，没人提意见才发钱。";
        yield return $"没有批准的，{charter.AppealDays}天以内可以申诉。";
    }

    static string Grouped(string amount) => Fen.Parse(amount).ToGroupedString();
}
