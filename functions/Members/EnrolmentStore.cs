using System.Collections.Concurrent;
using System.Text;
using Azure;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Members;

/// <summary>A person's membership in a village, as other villages may see it.</summary>
/// <param name="Person">Masked name.</param>
internal sealed record Enrolment(string Village, string Person, string Joined, string? Left);

/// <summary>Who is enrolled where in the county (参加登记), so that a second enrolment is noticed. By the first two characters of the pseudonym; in each of these 256 partitions a village has one row, with a line for each person.</summary>
internal sealed class EnrolmentStore(TableClient table)
{
    public const string Table = "Enrolments";
    const string Lines = "Lines";

    /// <summary>Enrolments of these people in other villages.</summary>
    public async Task<IReadOnlyDictionary<string, Enrolment>> ElsewhereAsync(string village, IReadOnlyCollection<string> people, CancellationToken stop)
    {
        var found = new ConcurrentDictionary<string, Enrolment>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(people.GroupBy(Partition), AtOnce(stop), async (group, cancel) =>
        {
            var wanted = group.ToHashSet(StringComparer.Ordinal);
            await foreach (var row in table.QueryAsync(TableFilter.Create($"PartitionKey eq {group.Key}"), cancellationToken: cancel))
            {
                foreach (var (person, line) in row.RowKey == village ? [] : Read(row))
                {
                    if (wanted.Contains(person) && line.Split('|') is [_, var name, var joined, var left])
                        found[person] = new Enrolment(row.RowKey, name, joined, left.Length == 0 ? null : left);
                }
            }
        });
        return found;
    }

    public async Task SaveAsync(string village, IEnumerable<Member> members, CancellationToken stop) =>
        await Parallel.ForEachAsync(members.GroupBy(member => Partition(member.Id)), AtOnce(stop), async (group, cancel) =>
        {
            while (!await TryAsync(village, group.Key, group, cancel))
            {
                // Somebody else wrote the village's row: add to what is there now.
            }
        });

    async Task<bool> TryAsync(string village, string partition, IEnumerable<Member> members, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(partition, village, stop);
        var lines = row.HasValue ? Read(row.Value!) : new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in members)
            lines[member.Id] = $"{member.Id}|{MaskedName.Of(member.Name)}|{member.Joined:yyyy-MM-dd}|{member.Left:yyyy-MM-dd}";
        var next = new TableEntity(partition, village) { { Lines, Encoding.UTF8.GetBytes(string.Join('\n', lines.Values)) } };
        try
        {
            if (row.HasValue)
                await table.UpdateEntityAsync(next, row.Value!.ETag, TableUpdateMode.Replace, stop);
            else
                await table.AddEntityAsync(next, stop);
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 409 or 412)
        {
            return false;
        }
    }

    static SortedDictionary<string, string> Read(TableEntity row) =>
        new(Encoding.UTF8.GetString(row.GetBinary(Lines)!).Split('\n').ToDictionary(line => line[..line.IndexOf('|', StringComparison.Ordinal)], StringComparer.Ordinal), StringComparer.Ordinal);

    static ParallelOptions AtOnce(CancellationToken stop) => new() { MaxDegreeOfParallelism = 8, CancellationToken = stop };

    static string Partition(string person) => person[..2];
}
