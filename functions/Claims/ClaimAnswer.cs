using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Security;
using Shouwang.Functions.Villages;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Claims;

namespace Shouwang.Functions.Claims;

/// <summary>A claim as the interface answers it: the claim, and what the caller may do next, so that no page and no chat holds a rule.</summary>
internal sealed class ClaimAnswer(ClaimWorkflow workflow, VillageStore villages, FolderConfirmations confirmations)
{
    public async Task<IResult> OfAsync(Claim claim, Actor actor, int status, CancellationToken stop)
    {
        var village = (await villages.FindAsync(claim.Village, stop))!;
        var options = await workflow.OptionsAsync(claim, village, actor, stop);
        var confirmed = await confirmations.OfClaimAsync(claim.Village, claim.Id, stop);
        return JsonText.Answer(writer => Write(writer, claim, options, village.Charter, confirmed), status);
    }

    public async Task<Action<Utf8JsonWriter>> WriterAsync(Claim claim, Village village, Actor actor, CancellationToken stop)
    {
        var options = await workflow.OptionsAsync(claim, village, actor, stop);
        return writer => Write(writer, claim, options, village.Charter);
    }

    /// <param name="confirmed">What the person said of what was read; only where one claim is asked for.</param>
    static void Write(Utf8JsonWriter writer, Claim claim, ImmutableArray<MoveOption> options, Charter charter, bool? confirmed = null)
    {
        writer.WriteStartObject();
        using (var document = JsonSerializer.SerializeToDocument(claim, ClaimJson.Default.Claim))
        {
            foreach (var property in document.RootElement.EnumerateObject().Where(property => property.Name is not ("why" or "layers")))
                property.WriteTo(writer);
        }

        if (Granted.Of(claim) is { } granted && granted != ClaimWorkflow.Amount(claim))
            writer.WriteString("granted", granted.ToString());
        writer.WriteStartArray("why");
        foreach (var sentence in Granted.Why(claim))
            writer.WriteStringValue(sentence);
        writer.WriteEndArray();

        writer.WritePropertyName("layers");
        JsonSerializer.Serialize(writer, Granted.Layers(claim), ClaimJson.Default.IReadOnlyListClaimLayer);
        if (confirmed is { } right)
            writer.WriteBoolean("confirmed", right);
        writer.WriteString("stateName", claim.Progress!.State.Chinese());
        writer.WriteNumber("version", claim.Progress.Version);
        writer.WriteString("due", claim.Progress.Due.ToString());
        writer.WriteStartArray("reasonTexts");
        foreach (var number in claim.Progress.Reasons.IsEmpty ? claim.Reasons : claim.Progress.Reasons)
            Write(writer, Reason.Of(number)!);
        writer.WriteEndArray();
        writer.WriteStartArray("moves");
        foreach (var option in options)
            Write(writer, option);
        writer.WriteEndArray();
        writer.WriteStartArray("actions");
        foreach (var (name, label, open) in Actions(claim, claim.Progress))
        {
            writer.WriteStartObject();
            writer.WriteString("action", name);
            writer.WriteString("label", label);
            if (open)
                writer.WriteBoolean("open", open);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("causes");
        foreach (var (name, chinese, excluded) in Cause.Choices(charter))
        {
            writer.WriteStartObject();
            writer.WriteString("cause", name);
            writer.WriteString("label", chinese);
            writer.WriteBoolean("excluded", excluded);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Open: still to be done before the claim can go on.</summary>
    static IEnumerable<(string Name, string Label, bool Open)> Actions(Claim claim, ClaimProgress progress)
    {
        if (ClaimWorkflow.CanBeRecomputed(claim))
            yield return ("recompute", "重新算一遍", false);
        if (ClaimMoves.IsOpen(progress.State))
        {
            yield return ("fields", "改正内容", false);
            yield return ("disease", "选病种", false);
            yield return ("operations", "核对手术", false);
            yield return ("cause", progress.Cause is null ? "确认住院原因" : "更改住院原因", progress.Cause is null);
        }
        else
        {
            yield return ("reopen", "重新办理", false);
        }

        if (ClaimMoves.Object(progress.State) is null)
            yield return ("objection", "记下意见", false);

        if (progress is { State: ClaimState.Refused, AppealUntil: not null })
            yield return ("appeal", "登记申诉", false);
    }

    static void Write(Utf8JsonWriter writer, MoveOption option)
    {
        writer.WriteStartObject();
        writer.WriteString("to", option.To.Name());
        writer.WriteString("label", option.Label);
        writer.WriteStartArray("reasons");
        foreach (var number in option.Reasons)
            Write(writer, Reason.Of(number)!);
        writer.WriteEndArray();
        writer.WriteBoolean("needsWords", option.NeedsWords);
        if (option.Amount is { } amount)
            writer.WriteString("amount", amount.ToString());
        if (option.Note is { } note)
            writer.WriteString("note", note);
        writer.WriteBoolean("allowed", option.Blocked is null);
        if (option.Blocked is { } blocked)
        {
            writer.WriteString("code", blocked.Code);
            writer.WriteString("detail", blocked.Chinese);
        }

        writer.WriteEndObject();
    }

    static void Write(Utf8JsonWriter writer, Reason reason)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", reason.Number);
        writer.WriteString("code", reason.Code);
        writer.WriteString("text", reason.Chinese);
        writer.WriteString("remedy", reason.Remedy);
        writer.WriteEndObject();
    }
}
