using System.Collections.Concurrent;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Members;

/// <summary>A person's membership in a village, as other villages may see it.</summary>
/// <param name="Person">Masked name.</param>
internal sealed record Enrolment(string Village, string Person, string Joined, string? Left);

/// <summary>Who is enrolled where in the county (参加登记), so that a second enrolment is noticed. By pseudonym, spread over 256 partitions.</summary>
internal sealed class EnrolmentStore(TableClient table)
{
    public const string Table = "Enrolments";
    const int Batch = 100;
    const int FewEnough = 8;

    /// <summary>Enrolments of these people in other villages.</summary>
    public async Task<IReadOnlyDictionary<string, Enrolment>> ElsewhereAsync(string village, IReadOnlyCollection<string> people, CancellationToken stop)
    {
        var found = new ConcurrentDictionary<string, Enrolment>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(people.GroupBy(Partition), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stop }, async (group, cancel) =>
        {
            var wanted = group.ToHashSet(StringComparer.Ordinal);
            // A few are asked for one by one; for many the whole partition is read.
            var filters = wanted.Count <= FewEnough ? wanted.Select(person => TableFilter.RowKeyPrefix(group.Key, person + "|")) : [TableFilter.Create($"PartitionKey eq {group.Key}")];
            foreach (var filter in filters)
            {
                await foreach (var row in table.QueryAsync(filter, cancellationToken: cancel))
                {
                    if (row.RowKey.Split('|') is [var person, var where] && where != village && wanted.Contains(person))
                        found[person] = new Enrolment(where, row.GetString("Person")!, row.GetString("Joined")!, row.GetString("Left"));
                }
            }
        });
        return found;
    }

    public async Task SaveAsync(string village, IEnumerable<Member> members, CancellationToken stop) =>
        await Parallel.ForEachAsync(
            members.GroupBy(member => Partition(member.Id)).SelectMany(group => group.Chunk(Batch)),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stop },
            async (chunk, cancel) => await table.SubmitTransactionAsync(chunk.Select(member => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(village, member))), cancel));

    static TableEntity Row(string village, Member member) => new(Partition(member.Id), $"{member.Id}|{village}")
    {
        { "Person", MaskedName.Of(member.Name) },
        { "Joined", member.Joined.ToString("yyyy-MM-dd") },
        { "Left", member.Left?.ToString("yyyy-MM-dd") },
    };

    static string Partition(string person) => person[..2];
}
