"""What a desk may configure (`schema`) and how it is read (`load`)."""
