namespace MedBot.Channels.Tests.Hosting;

/// <summary>Turns that wait until they are let go: a model that takes its time.</summary>
internal sealed class HeldTurns
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first of them has begun.</summary>
    public Task Started => _started.Task;

    public void Release() => _released.TrySetResult();

    public void Pass()
    {
        _started.TrySetResult();
        _released.Task.Wait();
    }
}
