using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure;
using Shouwang.Functions.Http;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Functions.Villages;

/// <summary>Villages. One partition a village: the row "village", a row for each published plan, charter, draft and step of the association, and beside them one row a member (see <see cref="Members.MemberStore"/>). What lists the villages is a partition of its own, see <see cref="VillageIndex"/>.</summary>
internal sealed class VillageStore(TableClient table)
{
    public const string Table = "Villages";
    const string Row = "village";
    const string PlanPrefix = "village|plan|";

    readonly VillageIndex _index = new(table);

    public async Task<Village?> FindAsync(string code, CancellationToken stop)
    {
        if (!VillageCard.IsCode(code))
            return null;
        TableEntity? head = null;
        var plans = ImmutableArray.CreateBuilder<PlanVersion>();
        // The plans' keys follow the village's own, so that one short range holds all and no member.
        await foreach (var row in table.QueryAsync(TableFilter.RowKeyPrefix(code, Row), cancellationToken: stop))
        {
            if (row.RowKey == Row)
                head = row;
            else if (row.RowKey.StartsWith(PlanPrefix, StringComparison.Ordinal))
                plans.Add(ReadPlan(row));
        }

        return head is null ? null : new Village(ReadCard(head.GetString("Json")!), plans.ToImmutable(), ReadCounts(head), head.ETag);
    }

    /// <summary>Every village of the instance, without its plans.</summary>
    public async Task<IReadOnlyList<VillageCard>> AllAsync(CancellationToken stop) =>
        [.. (await _index.AllAsync(StoredAsync, JsonAsync, stop)).Select(ReadCard)];

    /// <summary>Writes the village's row and the others of the change, all or nothing.</summary>
    /// <returns>False where somebody else wrote the village first: load it again and decide again.</returns>
    public async Task<bool> CommitAsync(VillageChange change, CancellationToken stop)
    {
        var json = Encoding.UTF8.GetString(JsonText.Utf8(change.Card.Write));
        var head = new TableEntity(change.Card.Code, Row)
        {
            { "Json", json },
            { "Plans", change.Counts.Plans },
            { "Drafts", change.Counts.Drafts },
            { "Steps", change.Counts.Steps },
            { "Charters", change.Counts.Charters },
        };
        var action = change.Before is { } before
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, head, before.ETag)
            : new TableTransactionAction(TableTransactionActionType.Add, head);
        var mark = await _index.MarkAsync(change.Card.Code, stop);
        try
        {
            await table.SubmitTransactionAsync([action, .. change.Rows], stop);
        }
        catch (TableTransactionFailedException conflict) when (conflict.Status is 409 or 412)
        {
            return false;
        }

        await _index.SettleAsync(change.Card.Code, json, mark, stop);
        return true;
    }

    /// <summary>The village, its plan of the day marked as used, so that no other content can take that plan's name while a claim is worked out by it.</summary>
    public async Task<Village?> PinnedAsync(string code, DateOnly day, CancellationToken stop)
    {
        while (await FindAsync(code, stop) is { } village)
        {
            if (village.VersionOn(day) is not { Used: false } version)
                return village;
            try
            {
                await table.UpdateEntityAsync(new TableEntity(code, PlanKey(version.Number)) { { "Used", true } }, version.ETag, TableUpdateMode.Merge, stop);
            }
            catch (RequestFailedException changed) when (changed.Status == 412)
            {
                // Somebody replaced it, or another claim marked it: look again.
            }
        }

        return null;
    }

    /// <summary>The row of a version that is published now.</summary>
    public static TableTransactionAction Add(string village, PlanVersion version) => new(TableTransactionActionType.Add, new TableEntity(village, PlanKey(version.Number))
    {
        { "Json", Encoding.UTF8.GetString(version.Plan.Utf8()) },
        { "Used", version.Used },
        { "Replaced", version.Replaced },
        { "Published", version.Published.ToString("yyyy-MM-dd") },
        { "By", version.By },
    });

    /// <summary>Marks a version whose name another takes; refused when a claim has used it since it was read.</summary>
    public static TableTransactionAction Replace(string village, PlanVersion version) =>
        new(TableTransactionActionType.UpdateMerge, new TableEntity(village, PlanKey(version.Number)) { { "Replaced", true } }, version.ETag);

    /// <summary>Keeps a charter that is adopted now.</summary>
    public static TableTransactionAction Add(string village, int number, Charter charter, string? resolution, DateOnly from, string by) => new(TableTransactionActionType.Add, new TableEntity(village, $"charter|{number:D4}")
    {
        { "Json", Encoding.UTF8.GetString(CharterJson.Utf8(charter)) },
        { "Resolution", resolution },
        { "From", from.ToString("yyyy-MM-dd") },
        { "By", by },
    });

    static string PlanKey(int number) => $"{PlanPrefix}{number:D4}";

    /// <summary>The villages found among all rows.</summary>
    async Task<IReadOnlyList<string>> StoredAsync(CancellationToken stop)
    {
        var codes = new List<string>();
        await foreach (var row in table.QueryAsync(TableFilter.Create($"RowKey eq {Row}"), select: ["PartitionKey", "RowKey"], cancellationToken: stop))
            codes.Add(row.PartitionKey);
        return codes;
    }

    async Task<string?> JsonAsync(string code, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(code, Row, stop);
        return row.HasValue ? row.Value!.GetString("Json") : null;
    }

    static VillageCard ReadCard(string json)
    {
        using var document = JsonDocument.Parse(json);
        var body = new JsonInput(document.RootElement, "");
        return VillageCard.Read(body.Text("village", 12), body, Charter.Default, body.OptionalText("charterResolution"));
    }

    static VillageCounts ReadCounts(TableEntity row) =>
        new(row.GetInt32("Plans") ?? 0, row.GetInt32("Drafts") ?? 0, row.GetInt32("Steps") ?? 0, row.GetInt32("Charters") ?? 0);

    static PlanVersion ReadPlan(TableEntity row)
    {
        using var document = JsonDocument.Parse(row.GetString("Json")!);
        return new PlanVersion(
            int.Parse(row.RowKey.AsSpan(PlanPrefix.Length)),
            PlanInput.Read(new JsonInput(document.RootElement, "")),
            row.GetBoolean("Used") ?? false,
            row.GetBoolean("Replaced") ?? false,
            DateOnly.ParseExact(row.GetString("Published")!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            row.GetString("By")!,
            row.ETag);
    }
}
