using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Functions.Associations;

/// <summary>Recorded steps and scanned records, a row each in the village's own partition; a step is only ever added.</summary>
internal sealed class AssociationStore(TableClient table)
{
    const string StepPrefix = "step|";
    const string ScanPrefix = "scan|";

    public async Task<Proceedings> FindAsync(string village, CancellationToken stop)
    {
        var steps = ImmutableArray.CreateBuilder<RecordedStep>();
        await foreach (var row in table.QueryAsync(TableFilter.RowKeyPrefix(village, StepPrefix), cancellationToken: stop))
        {
            using var document = JsonDocument.Parse(row.GetString("Json")!);
            steps.Add(StepJson.ReadStored(new JsonInput(document.RootElement, "")));
        }

        return new Proceedings(steps.ToImmutable());
    }

    /// <summary>The row of a step; its number is taken from the village, so that two cannot be the same step.</summary>
    public static TableTransactionAction Add(string village, int number, RecordedStep step) =>
        new(TableTransactionActionType.Add, new TableEntity(village, $"{StepPrefix}{number:D4}") { { "Json", Encoding.UTF8.GetString(JsonText.Utf8(writer => StepJson.Write(writer, step))) } });

    public Task AddScanAsync(string village, string hash, string path, CancellationToken stop) =>
        table.UpsertEntityAsync(new TableEntity(village, ScanPrefix + hash) { { "Path", path } }, TableUpdateMode.Merge, stop);

    /// <summary>Where the scan of that hash lies; null where this village has none.</summary>
    public async Task<string?> ScanAsync(string village, string hash, CancellationToken stop)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
            return null;
        var row = await table.GetEntityIfExistsAsync(village, ScanPrefix + hash, stop);
        return row.HasValue ? row.Value!.GetString("Path") : null;
    }
}
