using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Plans;

/// <summary>Drafts of plans, a row each in the village's own partition, so that a decision on one is written with the village in one batch.</summary>
internal sealed class DraftStore(TableClient table)
{
    const string Prefix = "draft|";

    public async Task<IReadOnlyList<DraftPlan>> AllAsync(string village, CancellationToken stop)
    {
        var drafts = new List<DraftPlan>();
        await foreach (var row in table.QueryAsync(TableFilter.RowKeyPrefix(village, Prefix), cancellationToken: stop))
            drafts.Add(Read(row));
        return drafts;
    }

    /// <summary>The draft of that name; of several the last.</summary>
    public async Task<DraftPlan?> FindAsync(string village, string version, CancellationToken stop) =>
        (await AllAsync(village, stop)).LastOrDefault(draft => draft.Plan.Version == version);

    public static TableTransactionAction Add(string village, DraftPlan draft) => new(TableTransactionActionType.Add, new TableEntity(village, Key(draft.Number))
    {
        { "Json", Encoding.UTF8.GetString(draft.Plan.Utf8()) },
        { "Basis", draft.Basis.GetRawText() },
        { "Words", string.Join('\n', draft.Words) },
        { "State", DraftPlan.Name(draft.State) },
    });

    /// <summary>Moves a draft on; refused when somebody else has.</summary>
    public static TableTransactionAction Move(string village, DraftPlan draft, DraftState to, string? resolution) =>
        new(TableTransactionActionType.UpdateMerge, new TableEntity(village, Key(draft.Number)) { { "State", DraftPlan.Name(to) }, { "Resolution", resolution ?? draft.Resolution } }, draft.ETag);

    static string Key(int number) => $"{Prefix}{number:D4}";

    static DraftPlan Read(TableEntity row)
    {
        using var plan = JsonDocument.Parse(row.GetString("Json")!);
        using var basis = JsonDocument.Parse(row.GetString("Basis")!);
        return new DraftPlan(
            int.Parse(row.RowKey.AsSpan(Prefix.Length)),
            PlanInput.Read(new JsonInput(plan.RootElement, "")),
            Enum.GetValues<DraftState>().First(state => DraftPlan.Name(state) == row.GetString("State")),
            row.GetString("Resolution"),
            [.. row.GetString("Words")!.Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            basis.RootElement.Clone(),
            row.ETag);
    }
}
